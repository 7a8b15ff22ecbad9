package io.assay.local;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Reads the ends of log files. */
final class Logs {

    private static final int TAIL_BYTES = 64 * 1024;

    private Logs() {}

    /** Up to so many last lines; none if the file can't be read. */
    static List<String> tail(Path file, int lines) {
        if (Files.notExists(file)) {
            return List.of();
        }
        try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
            long start = Math.max(0, log.length() - TAIL_BYTES);
            byte[] end = new byte[(int) (log.length() - start)];
            log.seek(start);
            log.readFully(end);
            List<String> all = new String(end, StandardCharsets.UTF_8).lines().toList();
            return all.subList(Math.max(0, all.size() - lines), all.size());
        } catch (IOException _) {
            return List.of();
        }
    }

    static String indented(List<String> lines) {
        return lines.stream().map(line -> "\n    | " + line).collect(Collectors.joining());
    }
}
