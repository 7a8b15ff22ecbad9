package io.assay.formats.lines;

import io.assay.formats.data.BadEntry;
import io.assay.formats.data.Entry;
import io.assay.formats.data.Labelled;
import io.assay.formats.data.RecordReader;
import io.assay.formats.io.Json;
import io.assay.formats.io.LimitedInput;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what {@link NdjsonWriter} writes. */
public final class NdjsonReader implements RecordReader {

    private final LimitedInput limited;
    private final BufferedInputStream in;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private long row;

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
        String place = "row " + row;
        try {
            return Optional.of(new Entry.Row(place, Json.value(json, Labelled.class)));
        } catch (BadEntry e) {
            return Optional.of(new Entry.Bad(place, null, e.reason()));
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
        while (b >= 0 && b != '\n') {
            line.write(b);
            b = in.read();
        }
        return line.toByteArray();
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
