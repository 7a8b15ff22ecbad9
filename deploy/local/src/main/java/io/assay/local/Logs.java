package io.assay.local;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the ends of log files, for people. */
final class Logs {

    private static final int TAIL_BYTES = 256 * 1024;
    private static final int WIDTH = 240;
    private static final JsonMapper JSON = JsonMapper.shared();

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
            return all.subList(Math.max(0, all.size() - lines), all.size()).stream()
                    .map(Logs::readable)
                    .toList();
        } catch (IOException _) {
            return List.of();
        }
    }

    /** Services log JSON with whole stacks: level, message and the error's message are enough. */
    static String readable(String line) {
        String text = line.startsWith("{") ? plain(line) : line;
        return text.length() <= WIDTH ? text : text.substring(0, WIDTH - 1) + "…";
    }

    private static String plain(String line) {
        try {
            JsonNode entry = JSON.readTree(line);
            String level = entry.path("log").path("level").asString("");
            String error = entry.path("error").path("message").asString("");
            return "%s %s%s"
                    .formatted(
                            level,
                            entry.path("message").asString(""),
                            error.isEmpty() ? "" : " — " + error);
        } catch (JacksonException _) {
            return line; // not JSON, or the end of a longer line
        }
    }

    static String indented(List<String> lines) {
        return lines.stream().map(line -> "\n    | " + line).collect(Collectors.joining());
    }
}
