package io.assay.task.importing;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.assay.events.Tool;
import io.assay.formats.io.Csv;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** CSV after RFC 4180 with a header; the rows of a later part go by the header of the first. */
final class CsvRows implements RowReader {

    private final Records records;
    private final Tool tool;
    private List<CsvColumn> columns;

    /**
     * @param columns of the header, if an earlier part had it
     */
    CsvRows(Records records, List<CsvColumn> columns, Tool tool) {
        this.records = records;
        this.columns = List.copyOf(columns);
        this.tool = tool;
    }

    List<CsvColumn> columns() {
        return columns;
    }

    @Override
    public Optional<RowBatch> next() throws IOException {
        boolean any = columns.isEmpty() && readHeader();
        List<Long> lines = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        List<RowError> unreadable = new ArrayList<>();
        while (lines.size() + unreadable.size() < BATCH
                && text.length() < BATCH_BYTES
                && records.advance()) {
            any = true;
            try {
                String record = records.text();
                if (!record.isBlank()) {
                    text.append(record).append('\n');
                    lines.add(records.line());
                }
            } catch (BadRow e) {
                unreadable.add(e.at(records.line(), null));
            }
        }
        List<NumberedRow> rows = rows(text, lines, unreadable);
        return any
                ? Optional.of(new RowBatch(rows, unreadable, records.position()))
                : Optional.empty();
    }

    private boolean readHeader() throws IOException {
        while (records.advance()) {
            try {
                String header = records.text();
                if (!header.isBlank()) {
                    columns = CsvColumn.of(cells(header).getFirst());
                    return true;
                }
            } catch (BadRow e) {
                String why = String.valueOf(e.getMessage()).replaceFirst("^row: ", "");
                throw new UnreadableFile("header: " + why, e);
            }
        }
        if (records.reachesEnd()) {
            throw new UnreadableFile("header: none, as the file is empty (expected: one)");
        }
        return false;
    }

    private List<NumberedRow> rows(CharSequence text, List<Long> lines, List<RowError> unreadable) {
        List<List<String>> cells = cells(text);
        if (cells.size() != lines.size()) {
            throw new IllegalStateException(
                    "records: " + cells.size() + " (expected: " + lines.size() + ")");
        }
        List<NumberedRow> rows = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (cells.get(i).stream().allMatch(String::isBlank)) {
                continue; // a row of commas is a blank one
            }
            try {
                rows.add(new NumberedRow(lines.get(i), row(cells.get(i))));
            } catch (BadRow e) {
                unreadable.add(e.at(lines.get(i), null));
            }
        }
        return rows;
    }

    private ImportRow row(List<String> cells) throws BadRow {
        List<String> header = columns.stream().map(CsvColumn::columnName).toList();
        if (CsvColumn.named(cells).equals(header)) {
            throw new BadRow(null, "row: the header again (expected: a row)");
        }
        return CsvCells.row(columns, cells, tool);
    }

    /** Many records at once, as a reader is dear; where they end was found out before. */
    private static List<List<String>> cells(CharSequence text) {
        return CsvReader.builder()
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text.toString())
                .stream()
                .map(record -> record.getFields().stream().map(Csv::original).toList())
                .toList();
    }
}
