package io.assay.task.picture.blob;

import io.assay.task.picture.file.PictureFormat;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/**
 * Files in a directory: {@code ab/cd/abcd…}. A file is whole and on the disk before it gets its
 * name, so a crash leaves no half of one.
 */
public final class DirectoryBlobs implements BlobStore {

    private final Path directory;

    public DirectoryBlobs(Path directory) throws IOException {
        this.directory = Files.createDirectories(directory);
    }

    /** The file has to be on the same file system. The same content takes the place of itself. */
    @Override
    public void keep(String key, Path file, String contentType) throws IOException {
        Path outer = outer(key);
        Path inner = inner(key);
        force(file, StandardOpenOption.WRITE);
        Files.createDirectories(inner);
        Files.move(file, path(key), StandardCopyOption.ATOMIC_MOVE);
        for (Path changed : List.of(inner, outer, directory)) {
            force(changed, StandardOpenOption.READ);
        }
    }

    /** What it is follows from its first bytes. */
    @Override
    public Optional<Blob> find(String key) throws IOException {
        Path file = path(key);
        return Files.isRegularFile(file)
                ? Optional.of(new Blob(Files.size(file), contentType(file), at -> open(file, at)))
                : Optional.empty();
    }

    private static InputStream open(Path file, long offset) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        return Channels.newInputStream(channel.position(offset));
    }

    private static String contentType(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return PictureFormat.of(ByteBuffer.wrap(in.readNBytes(PictureFormat.PREFIX)))
                    .map(PictureFormat::contentType)
                    .orElse("application/octet-stream");
        }
    }

    private Path outer(String key) {
        return directory.resolve(key.substring(0, 2));
    }

    private Path inner(String key) {
        return outer(key).resolve(key.substring(2, 4));
    }

    private Path path(String key) {
        return inner(key).resolve(key);
    }

    private static void force(Path path, StandardOpenOption option) throws IOException {
        try (FileChannel channel = FileChannel.open(path, option)) {
            channel.force(true);
        }
    }
}
