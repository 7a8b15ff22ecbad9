package io.assay.evaluation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A CSV file with a row of names, gzipped or not; cells may be quoted (RFC 4180) but hold no line
 * breaks. Blank rows are left out.
 *
 * @param columns names, in order
 */
record Table(Path file, List<String> columns, List<Row> rows) {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** A file that is not as expected; the message names file, row and reason. */
    static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1;

        Unreadable(Path file, int row, String reason) {
            super("%s, row %d: %s".formatted(file.getFileName(), row, reason));
        }

        Unreadable(Path file, String reason, @Nullable Throwable cause) {
            super(file.getFileName() + ": " + reason, cause);
        }
    }

    /**
     * @param number as an editor counts lines, so the first after the names is 2
     */
    record Row(int number, List<String> cells) {}

    /** Reads {@code STEM.csv} or {@code STEM.csv.gz}, if there is either. */
    static Optional<Table> find(Path directory, String stem) {
        for (String suffix : List.of(".csv", ".csv.gz")) {
            Path file = directory.resolve(stem + suffix);
            if (Files.exists(file)) {
                return Optional.of(read(file));
            }
        }
        return Optional.empty();
    }

    private static Table read(Path file) {
        try (BufferedReader lines = open(file)) {
            String head = lines.readLine();
            if (head == null) {
                throw new Unreadable(file, "empty (expected: a row of column names)", null);
            }
            List<String> columns = cells(file, 1, head.replace(BYTE_ORDER_MARK, ""));
            List<Row> rows = new ArrayList<>();
            int number = 1;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!line.isBlank()) {
                    rows.add(row(file, number, line, columns));
                }
            }
            return new Table(file, columns, rows);
        } catch (IOException e) {
            throw new Unreadable(file, "cannot be read (" + e.getMessage() + ")", e);
        }
    }

    private static Row row(Path file, int number, String line, List<String> columns) {
        List<String> cells = cells(file, number, line);
        if (cells.size() != columns.size()) {
            throw new Unreadable(
                    file,
                    number,
                    "%d cells (expected: %d: %s)"
                            .formatted(cells.size(), columns.size(), String.join(",", columns)));
        }
        return new Row(number, cells);
    }

    private static List<String> cells(Path file, int number, String line) {
        if (line.indexOf('"') < 0) {
            return Arrays.stream(line.split(",", -1)).map(String::strip).toList();
        }
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int n = 0; n < line.length(); n++) {
            char c = line.charAt(n);
            if (c == '"') {
                boolean doubled = quoted && n + 1 < line.length() && line.charAt(n + 1) == '"';
                n += doubled ? 1 : 0;
                cell.append(doubled ? "\"" : "");
                quoted = doubled || !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString().strip());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        if (quoted) {
            throw new Unreadable(file, number, "a quotation mark is not closed");
        }
        cells.add(cell.toString().strip());
        return cells;
    }

    boolean has(String column) {
        return columns.contains(column);
    }

    /** The place of a column that has to be there. */
    int column(String name) {
        int place = columns.indexOf(name);
        if (place < 0) {
            throw new Unreadable(
                    file,
                    1,
                    "columns: %s (expected: one of them %s)"
                            .formatted(String.join(",", columns), name));
        }
        return place;
    }

    /** What is in a cell that may not be empty. */
    String text(Row row, int column) {
        String text = row.cells.get(column);
        if (text.isEmpty()) {
            throw wrong(row, columns.get(column) + ": empty (expected: a name)");
        }
        return text;
    }

    Unreadable wrong(Row row, String reason) {
        return new Unreadable(file, row.number, reason);
    }

    private static BufferedReader open(Path file) throws IOException {
        InputStream in = Files.newInputStream(file);
        boolean zipped = file.toString().endsWith(".gz");
        return new BufferedReader(
                new InputStreamReader(
                        zipped ? new GZIPInputStream(in) : in, StandardCharsets.UTF_8));
    }
}
