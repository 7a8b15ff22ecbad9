package io.assay.formats.lines;

import io.assay.events.Answer;
import io.assay.events.Decider;
import io.assay.formats.data.Labelled;
import io.assay.formats.data.Provenance;
import io.assay.formats.data.RecordWriter;
import io.assay.formats.io.Bundle;
import io.assay.formats.io.Csv;
import io.assay.formats.io.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes {@code results.csv}. */
public final class CsvWriter implements RecordWriter {

    /** In this order; {@code class} is there for who wants no JSON, and says less. */
    static final List<String> COLUMNS =
            List.of(
                    "externalId",
                    "fileName",
                    "ref",
                    "width",
                    "height",
                    "class",
                    "answer",
                    "taskId",
                    "status",
                    "confidence",
                    "labels",
                    "decidedBy",
                    "guidelineVersion",
                    "version",
                    "decidedAt",
                    "reason");

    /** Between the classes of a set. */
    static final String AND = "|";

    private static final Provenance NONE =
            new Provenance(null, "", null, null, null, null, null, null, null);

    private final OutputStream out;
    private final boolean plain;

    /**
     * @param plain whether texts are written as they are, even if a spreadsheet would run them
     */
    public CsvWriter(Bundle bundle, boolean plain) throws IOException {
        this.plain = plain;
        out = bundle.stream("results.csv");
        out.write(Csv.line(COLUMNS.toArray()));
    }

    @Override
    public void write(Labelled labelled) throws IOException {
        Answer answer = labelled.answer();
        Provenance from = labelled.provenance() == null ? NONE : labelled.provenance();
        out.write(
                line(
                        labelled.externalId(),
                        labelled.fileName(),
                        labelled.ref(),
                        labelled.width(),
                        labelled.height(),
                        classOf(answer),
                        answer == null ? null : Json.text(answer),
                        from.taskId(),
                        from.status(),
                        from.confidence(),
                        from.labels(),
                        wireName(from.decidedBy()),
                        from.guidelineVersion(),
                        from.version(),
                        from.decidedAt(),
                        from.reason()));
    }

    private byte[] line(@Nullable Object... cells) {
        return plain ? Csv.plainLine(cells) : Csv.line(cells);
    }

    private static @Nullable String wireName(@Nullable Decider decider) {
        return decider == null ? null : decider.name().toLowerCase(Locale.ROOT);
    }

    private static @Nullable String classOf(@Nullable Answer answer) {
        return switch (answer) {
            case Answer.Category(var classId) -> classId;
            case Answer.Tags(var classIds) -> String.join(AND, classIds);
            case Answer.Annotated<?> _, Answer.Verification _ -> null;
            case null -> null;
        };
    }

    @Override
    public void finish() throws IOException {
        out.close();
    }

    @Override
    public void close() {}
}
