package io.assay.formats.io;

import io.assay.formats.data.UnusableFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Tables after RFC 4180, in UTF-8. A text that a spreadsheet would take for a formula is written
 * with an apostrophe before it, which reading takes off again; {@link #plainLine} leaves it as it
 * is.
 */
public final class Csv {

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final int MOST_CELLS = 1_000;
    private static final char APOSTROPHE = '\'';
    private static final String RUN = "=+-@\uFF1D\uFF0B\uFF0D\uFF20\t\r\n";

    private final LimitedInput in;
    private final BufferedReader reader;
    private long row;

    public Csv(InputStream in) {
        this.in = new LimitedInput(in);
        this.reader = new BufferedReader(new InputStreamReader(this.in, StandardCharsets.UTF_8));
    }

    /** A line of cells, quoted where they need it, of which none is run by a spreadsheet. */
    public static byte[] line(@Nullable Object... cells) {
        return line(cells, Csv::harmless);
    }

    /** The same with texts as they are, for programs. */
    public static byte[] plainLine(@Nullable Object... cells) {
        return line(cells, text -> text);
    }

    private static byte[] line(@Nullable Object[] cells, UnaryOperator<String> texts) {
        String line =
                Arrays.stream(cells)
                        .map(cell -> cell(cell, texts))
                        .collect(Collectors.joining(","));
        return (line + "\r\n").getBytes(StandardCharsets.UTF_8);
    }

    /**
     * The text with an apostrophe before it, if a spreadsheet would run it: if it begins with one
     * of {@code = + - @}, their full-width forms, a tab or the end of a line; also behind
     * apostrophes, so that {@link #original} gives back every text as it was.
     */
    public static String harmless(String text) {
        return isRun(text, 0) ? APOSTROPHE + text : text;
    }

    /** What {@link #harmless} made harmless, as it was; any other text as it is. */
    public static String original(String cell) {
        return !cell.isEmpty() && cell.charAt(0) == APOSTROPHE && isRun(cell, 1)
                ? cell.substring(1)
                : cell;
    }

    private static boolean isRun(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) == APOSTROPHE) {
            at++;
        }
        return at < text.length() && RUN.indexOf(text.charAt(at)) >= 0;
    }

    /** Numbers are written by us and are harmless. */
    private static String cell(@Nullable Object value, UnaryOperator<String> texts) {
        String text =
                value == null
                        ? ""
                        : value instanceof String said ? texts.apply(said) : value.toString();
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
        cells.add(original(cell.toString()));
        cell.setLength(0);
    }

    private int peek() throws IOException {
        reader.mark(1);
        int c = reader.read();
        reader.reset();
        return c;
    }
}
