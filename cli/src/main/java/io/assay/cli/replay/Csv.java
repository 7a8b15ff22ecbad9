package io.assay.cli.replay;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * A table with a header line. A field may stand in double quotes, but not go over several lines.
 */
final class Csv {

    private Csv() {}

    /**
     * The rows by column of {@code NAME.csv} or {@code NAME.csv.gz}.
     *
     * @throws IOException if there is none, or it lacks a column
     */
    static List<Map<String, String>> read(Path directory, String name, List<String> columns)
            throws IOException {
        Path file =
                Stream.of(name + ".csv", name + ".csv.gz")
                        .map(directory::resolve)
                        .filter(Files::exists)
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        new NoSuchFileException(
                                                directory + "/" + name + ".csv[.gz]"));
        try (BufferedReader lines = reader(file)) {
            String header = lines.readLine();
            List<String> names = header == null ? List.of() : fields(header.strip());
            if (!names.containsAll(columns)) {
                throw new IOException(file + ": columns " + names + " (expected: " + columns + ")");
            }
            return lines.lines()
                    .filter(line -> !line.isBlank())
                    .map(line -> row(names, line))
                    .toList();
        }
    }

    private static BufferedReader reader(Path file) throws IOException {
        InputStream bytes = Files.newInputStream(file);
        InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
        return new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8));
    }

    private static Map<String, String> row(List<String> names, String line) {
        List<String> values = fields(line);
        Map<String, String> row = new HashMap<>();
        for (int i = 0; i < Math.min(names.size(), values.size()); i++) {
            row.put(names.get(i), values.get(i));
        }
        return row;
    }

    static List<String> fields(String line) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                field.append('"');
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        fields.add(field.toString());
        return fields;
    }
}
