package io.assay.formats.lines;

import io.assay.events.Answer;
import io.assay.formats.data.BadEntry;
import io.assay.formats.data.Entry;
import io.assay.formats.data.Labelled;
import io.assay.formats.data.Provenance;
import io.assay.formats.data.RecordReader;
import io.assay.formats.data.UnusableFile;
import io.assay.formats.io.Json;
import io.assay.formats.io.LimitedInput;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads what {@link NdjsonWriter} writes, and the results of a project as they are served. */
public final class NdjsonReader implements RecordReader {

    private final LimitedInput limited;
    private final BufferedInputStream in;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private long row;
    private boolean begun;

    public NdjsonReader(InputStream in) {
        this.limited = new LimitedInput(in);
        this.in = new BufferedInputStream(limited, 64 * 1024);
    }

    @Override
    public Optional<Entry> next() throws IOException {
        byte[] json;
        do {
            json = line();
            if (json == null) {
                return Optional.empty();
            }
        } while (isBlank(json));
        if (!begun) {
            begun = true;
            refuseOtherForms(json);
        }
        String place = "row " + row;
        try {
            return Optional.of(new Entry.Row(place, labelled(Json.value(json, Line.class))));
        } catch (BadEntry e) {
            return Optional.of(new Entry.Bad(place, null, e.reason()));
        }
    }

    /** A line as it may be, before anything is asked of it. */
    private record Line(
            @Nullable String externalId,
            @Nullable String fileName,
            @Nullable String ref,
            @Nullable Integer width,
            @Nullable Integer height,
            @Nullable Answer answer,
            @Nullable JsonNode provenance) {}

    /** Rows to be imported name their pictures otherwise, and would lose what they say. */
    private static Labelled labelled(@Nullable Line line) throws BadEntry {
        if (line == null || line.externalId == null || line.externalId.isBlank()) {
            throw new BadEntry("externalId: missing (expected: a text)");
        }
        if (line.ref == null && line.fileName == null) {
            throw new BadEntry(
                    "ref, fileName: missing (expected: a line of an export; rows to import come"
                            + " without as=)");
        }
        return new Labelled(
                line.externalId,
                line.fileName == null ? line.externalId : line.fileName,
                line.ref,
                line.width,
                line.height,
                line.answer,
                provenance(line.provenance));
    }

    /** Results as they are served say something else by this name, and no status. */
    private static @Nullable Provenance provenance(@Nullable JsonNode from) throws BadEntry {
        return from == null || !from.has("status")
                ? null
                : Json.value(Json.bytes(from), Provenance.class);
    }

    /** Else every line of them would be reported. */
    private static void refuseOtherForms(byte[] first) throws UnusableFile {
        String text = new String(first, StandardCharsets.UTF_8).strip();
        if (text.startsWith("[")) {
            throw new UnusableFile("file: one list of JSON (expected: one object a line)");
        }
        if (text.equals("{")) {
            throw new UnusableFile(
                    "file: an object over several lines (expected: one object a line)");
        }
        if (text.indexOf('\0') >= 0) {
            throw new UnusableFile("file: UTF-16 or UTF-32 (expected: UTF-8)");
        }
    }

    private byte @Nullable [] line() throws IOException {
        limited.elementDone();
        line.reset();
        int b = in.read();
        if (b < 0) {
            return null;
        }
        row++;
        if (row == 1) {
            b = withoutMark(b);
        }
        while (b >= 0 && b != '\n') {
            line.write(b);
            b = in.read();
        }
        return line.toByteArray();
    }

    /** The first byte of the content, if that begins with a byte order mark. */
    private int withoutMark(int first) throws IOException {
        if (first != 0xEF) {
            return first;
        }
        in.mark(2);
        if (in.read() == 0xBB && in.read() == 0xBF) {
            return in.read();
        }
        in.reset();
        return first;
    }

    private static boolean isBlank(byte[] json) {
        for (byte b : json) {
            if (b != ' ' && b != '\r' && b != '\t') {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
