package io.assay.task.importing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One JSON object a line. */
final class NdjsonRows implements RowReader {

    private final Records lines;
    private final @Nullable FirstLine start;

    NdjsonRows(Records lines) {
        this.lines = lines;
        this.start = lines.position().bytes() == 0 ? new FirstLine() : null;
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
                String line = text();
                if (!line.isBlank()) {
                    rows.add(new NumberedRow(lines.line(), ImportRowJson.read(line)));
                }
            } catch (BadRow e) {
                unreadable.add(e.at(lines.line(), null));
            }
        }
        if (!any && start != null && lines.reachesEnd()) {
            start.end();
        }
        return any
                ? Optional.of(new RowBatch(rows, unreadable, lines.position()))
                : Optional.empty();
    }

    private String text() throws BadRow, UnreadableFile {
        try {
            String line = lines.text();
            if (start != null && !line.isBlank()) {
                start.seen(line);
            }
            return line;
        } catch (BadRow e) {
            if (start != null) {
                start.seenTooLong(lines.firstByte());
            }
            throw e;
        }
    }
}
