package io.assay.task.importing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One JSON object a line. */
final class NdjsonRows implements RowReader {

    private final Records lines;

    NdjsonRows(Records lines) {
        this.lines = lines;
    }

    @Override
    public Optional<RowBatch> next() throws IOException {
        List<NumberedRow> rows = new ArrayList<>();
        List<RowError> unreadable = new ArrayList<>();
        boolean any = false;
        int bytes = 0;
        while (rows.size() + unreadable.size() < BATCH && bytes < BATCH_BYTES && lines.advance()) {
            any = true;
            bytes += lines.length();
            try {
                String line = lines.text();
                if (!line.isBlank()) {
                    rows.add(new NumberedRow(lines.line(), ImportRowJson.read(line)));
                }
            } catch (BadRow e) {
                unreadable.add(e.at(lines.line(), null));
            }
        }
        return any
                ? Optional.of(new RowBatch(rows, unreadable, lines.position()))
                : Optional.empty();
    }
}
