package io.assay.formats.io;

import io.assay.formats.data.UnusableFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tables after RFC 4180, in UTF-8. */
public final class Csv {

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final int MOST_CELLS = 1_000;

    private final LimitedInput in;
    private final BufferedReader reader;
    private long row;

    public Csv(InputStream in) {
        this.in = new LimitedInput(in);
        this.reader = new BufferedReader(new InputStreamReader(this.in, StandardCharsets.UTF_8));
    }

    /** A line of cells, quoted where they need it. */
    public static byte[] line(@Nullable Object... cells) {
        String line = Stream.of(cells).map(Csv::cell).collect(Collectors.joining(","));
        return (line + "\r\n").getBytes(StandardCharsets.UTF_8);
    }

    private static String cell(@Nullable Object value) {
        String text = value == null ? "" : value.toString();
        boolean plain = text.chars().noneMatch(c -> c == '"' || c == ',' || c == '\n' || c == '\r');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    /** Number of the row that was read last, from 1 for the header. */
    public long row() {
        return row;
    }

    /** The next row that is not blank; nothing at the end. */
    public Optional<List<String>> next() throws IOException {
        List<String> cells;
        do {
            in.elementDone();
            int c = reader.read();
            if (row == 0 && c == BYTE_ORDER_MARK) {
                c = reader.read();
            }
            if (c < 0) {
                return Optional.empty();
            }
            row++;
            cells = cells(c);
        } while (cells.size() == 1 && cells.getFirst().isEmpty());
        return Optional.of(cells);
    }

    private List<String> cells(int first) throws IOException {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        int c = first;
        while (c >= 0 && (quoted || c != '\n')) {
            if (quoted && c == '"' && peek() == '"') {
                cell.append('"');
                reader.read();
            } else if (c == '"' && (quoted || cell.isEmpty())) {
                quoted = !quoted;
            } else if (!quoted && c == ',') {
                add(cells, cell);
            } else if (quoted || c != '\r' || peek() != '\n') {
                cell.append((char) c);
            }
            c = reader.read();
        }
        if (quoted) {
            throw new UnusableFile("row " + row + ": a quote without an end (expected: another)");
        }
        add(cells, cell);
        return cells;
    }

    private void add(List<String> cells, StringBuilder cell) throws UnusableFile {
        if (cells.size() >= MOST_CELLS) {
            throw new UnusableFile("row " + row + ": over " + MOST_CELLS + " cells");
        }
        cells.add(cell.toString());
        cell.setLength(0);
    }

    private int peek() throws IOException {
        reader.mark(1);
        int c = reader.read();
        reader.reset();
        return c;
    }
}
