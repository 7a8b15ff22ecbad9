package io.assay.task.importing;

import io.assay.formats.io.Csv;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes the bad rows of an import, one after the other. */
final class ErrorReport {

    private ErrorReport() {}

    /**
     * @param plain whether texts are written as they are, even if a spreadsheet would run them
     */
    static void csv(Stream<RowError> errors, boolean plain, OutputStream out) throws IOException {
        OutputStream lines = new BufferedOutputStream(out);
        lines.write(Csv.line("row", "externalId", "field", "reason"));
        for (Iterator<RowError> each = errors.iterator(); each.hasNext(); ) {
            RowError error = each.next();
            @Nullable Object[] cells = {
                error.row(), error.externalId(), error.field(), error.reason()
            };
            lines.write(plain ? Csv.plainLine(cells) : Csv.line(cells));
        }
        lines.flush();
    }

    static void ndjson(Stream<RowError> errors, Function<RowError, byte[]> json, OutputStream out)
            throws IOException {
        OutputStream lines = new BufferedOutputStream(out);
        for (Iterator<RowError> each = errors.iterator(); each.hasNext(); ) {
            lines.write(json.apply(each.next()));
            lines.write('\n');
        }
        lines.flush();
    }
}
