package io.assay.task.importing;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/** Writes the bad rows of an import, one after the other. */
final class ErrorReport {

    private ErrorReport() {}

    static void csv(Stream<RowError> errors, OutputStream out) throws IOException {
        Writer text = new OutputStreamWriter(new BufferedOutputStream(out), StandardCharsets.UTF_8);
        CsvWriter csv = CsvWriter.builder().build(text);
        csv.writeRecord("row", "externalId", "field", "reason");
        for (Iterator<RowError> each = errors.iterator(); each.hasNext(); ) {
            RowError error = each.next();
            csv.writeRecord(
                    Long.toString(error.row()),
                    Objects.requireNonNullElse(error.externalId(), ""),
                    Objects.requireNonNullElse(error.field(), ""),
                    error.reason());
        }
        csv.flush();
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
