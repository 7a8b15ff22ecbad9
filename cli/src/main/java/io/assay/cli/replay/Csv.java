package io.assay.cli.replay;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** A table with a header line. */
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
            List<List<String>> table = rows(lines);
            List<String> names =
                    table.isEmpty()
                            ? List.of()
                            : table.getFirst().stream().map(String::strip).toList();
            if (!names.containsAll(columns)) {
                throw new IOException(file + ": columns " + names + " (expected: " + columns + ")");
            }
            return table.stream().skip(1).map(values -> row(names, values)).toList();
        }
    }

    static List<List<String>> rows(Reader text) {
        return CsvReader.builder()
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text)
                .stream()
                .map(CsvRecord::getFields)
                .toList();
    }

    private static Map<String, String> row(List<String> names, List<String> values) {
        Map<String, String> row = new HashMap<>();
        for (int i = 0; i < Math.min(names.size(), values.size()); i++) {
            row.put(names.get(i), values.get(i));
        }
        return row;
    }

    private static BufferedReader reader(Path file) throws IOException {
        InputStream bytes = Files.newInputStream(file);
        InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
        return new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8));
    }
}
