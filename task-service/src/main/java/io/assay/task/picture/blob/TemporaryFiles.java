package io.assay.task.picture.blob;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;

/** A directory of files that are at work on: received, and not kept yet or dropped. */
public final class TemporaryFiles {

    private static final int CHUNK = 64 * 1024;

    private final Path directory;

    public TemporaryFiles(Path directory) throws IOException {
        this.directory = Files.createDirectories(directory);
    }

    private Instant now() throws IOException {
        Path probe = Files.createFile(newFile());
        try {
            return Files.getLastModifiedTime(probe).toInstant();
        } finally {
            Files.deleteIfExists(probe);
        }
    }

    /** A name for a new file, which the caller has to delete. */
    public Path newFile() {
        return directory.resolve(UUID.randomUUID().toString());
    }

    /**
     * Reads up to a chunk over the limit into a file.
     *
     * @return the size; over the limit if there was more, which then was not read
     */
    public static long receive(InputStream in, long limit, Path file) throws IOException {
        try (OutputStream out =
                Files.newOutputStream(
                        file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            byte[] chunk = new byte[CHUNK];
            long size = 0;
            int read;
            while (size <= limit && (read = in.read(chunk)) >= 0) {
                out.write(chunk, 0, read);
                size += read;
            }
            return size;
        }
    }

    /**
     * Removes what a killed process left.
     *
     * @param age by the clock of the file system, which may be another machine's
     */
    public void dropOlderThan(Duration age) throws IOException {
        Instant time = now().minus(age);
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(time)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }
}
