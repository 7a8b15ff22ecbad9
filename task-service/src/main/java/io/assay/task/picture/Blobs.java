package io.assay.task.picture;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Bytes by content hash in a directory, each kept once and never changed: {@code ab/cd/abcd…}. A
 * file is whole and on the disk before it gets its name, so a crash leaves no half of one.
 */
final class Blobs {

    /**
     * Bytes that arrived and are not kept yet.
     *
     * @param size in bytes; over the limit if there was more, which then was not read
     */
    record Received(Path file, String sha256, long size) {}

    private static final int CHUNK = 64 * 1024;

    private final Path directory;
    private final Path arriving;

    Blobs(Path directory) throws IOException {
        this.directory = directory;
        this.arriving = Files.createDirectories(directory.resolve("arriving"));
    }

    /** Reads up to one byte over the limit. To be kept or dropped afterwards. */
    Received receive(InputStream in, long limit) throws IOException {
        Path file = arriving.resolve(UUID.randomUUID().toString());
        try (FileChannel out =
                FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            MessageDigest sha = sha256();
            byte[] chunk = new byte[CHUNK];
            long size = 0;
            int read;
            while (size <= limit && (read = in.read(chunk)) >= 0) {
                sha.update(chunk, 0, read);
                writeAll(out, ByteBuffer.wrap(chunk, 0, read));
                size += read;
            }
            out.force(true);
            return new Received(file, HexFormat.of().formatHex(sha.digest()), size);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    /** Durable when it returns. The same content again takes the place of itself. */
    void keep(Received received) throws IOException {
        Path outer = outer(received.sha256());
        Path inner = inner(received.sha256());
        Files.createDirectories(inner);
        Files.move(received.file(), path(received.sha256()), StandardCopyOption.ATOMIC_MOVE);
        for (Path changed : List.of(inner, outer, directory)) {
            force(changed);
        }
    }

    void drop(Received received) throws IOException {
        Files.deleteIfExists(received.file());
    }

    Optional<Path> find(String sha256) {
        return Optional.of(path(sha256)).filter(Files::isRegularFile);
    }

    /** Removes what a killed process left half received. */
    void dropArrivedBefore(Instant time) throws IOException {
        try (Stream<Path> files = Files.list(arriving)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(time)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private Path outer(String sha256) {
        return directory.resolve(sha256.substring(0, 2));
    }

    private Path inner(String sha256) {
        return outer(sha256).resolve(sha256.substring(2, 4));
    }

    private Path path(String sha256) {
        return inner(sha256).resolve(sha256);
    }

    private static void writeAll(FileChannel out, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            out.write(bytes);
        }
    }

    private static void force(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
