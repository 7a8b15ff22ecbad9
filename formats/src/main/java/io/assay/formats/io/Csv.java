package io.assay.formats.io;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.assay.formats.data.UnusableFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Tables after RFC 4180, in UTF-8. A text that a spreadsheet would take for a formula is written
 * with an apostrophe before it, which reading takes off again; {@link #plainLine} leaves it as it
 * is.
 */
public final class Csv {

    private static final int MAX_CELLS = 1_000;
    private static final char APOSTROPHE = '\'';
    private static final String RUN = "=+-@\uFF1D\uFF0B\uFF0D\uFF20\t\r\n";

    private final LimitedInput in;
    private final CloseableIterator<CsvRecord> records;
    private long row;

    public Csv(InputStream in) {
        this.in = new LimitedInput(in);
        this.records =
                CsvReader.builder()
                        .skipEmptyLines(false)
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .detectBomHeader(true)
                        .build(
                                CsvRecordHandler.builder().maxFields(MAX_CELLS).build(),
                                this.in,
                                StandardCharsets.UTF_8)
                        .iterator();
    }

    /** A line of cells, quoted where they need it, of which none is run by a spreadsheet. */
    public static byte[] line(@Nullable Object... cells) {
        return line(cells, Csv::harmless);
    }

    /** The same with texts as they are, for programs. */
    public static byte[] plainLine(@Nullable Object... cells) {
        return line(cells, text -> text);
    }

    /** Numbers are written by us and are harmless. */
    private static byte[] line(@Nullable Object[] cells, UnaryOperator<String> texts) {
        StringWriter line = new StringWriter();
        CsvWriter.builder()
                .lineDelimiter(LineDelimiter.CRLF)
                .bufferSize(0)
                .build(line)
                .writeRecord(
                        Arrays.stream(cells)
                                .map(
                                        cell ->
                                                switch (cell) {
                                                    case null -> "";
                                                    case String said -> texts.apply(said);
                                                    default -> cell.toString();
                                                })
                                .toList());
        return line.toString().getBytes(StandardCharsets.UTF_8);
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

    /** Number of the row that was read last, from 1 for the header. */
    public long row() {
        return row;
    }

    /** The next row that is not blank; nothing at the end. */
    public Optional<List<String>> next() throws IOException {
        try {
            while (hasNext()) {
                row++;
                List<String> cells = records.next().getFields();
                if (cells.size() > 1 || !cells.getFirst().isEmpty()) {
                    return Optional.of(cells.stream().map(Csv::original).toList());
                }
            }
            return Optional.empty();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (CsvParseException e) {
            throw new UnusableFile(
                    "row %d: %s (expected: CSV of up to %d cells a row)"
                            .formatted(row + 1, e.getMessage(), MAX_CELLS));
        }
    }

    private boolean hasNext() {
        in.elementDone();
        return records.hasNext();
    }
}
