package io.assay.formats.lines;

import io.assay.formats.data.Labelled;
import io.assay.formats.data.RecordWriter;
import io.assay.formats.io.Bundle;
import io.assay.formats.io.Json;
import java.io.IOException;
import java.io.OutputStream;

/** Writes {@code results.ndjson}. */
public final class NdjsonWriter implements RecordWriter {

    private final OutputStream out;

    public NdjsonWriter(Bundle bundle) throws IOException {
        out = bundle.stream("results.ndjson");
    }

    @Override
    public void write(Labelled labelled) throws IOException {
        out.write(Json.bytes(labelled));
        out.write('\n');
    }

    @Override
    public void finish() throws IOException {
        out.close();
    }

    @Override
    public void close() {}
}
