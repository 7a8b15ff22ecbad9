package io.assay.formats.labelstudio;

import io.assay.formats.data.Classes;
import io.assay.formats.data.Labelled;
import io.assay.formats.data.RecordWriter;
import io.assay.formats.data.UniqueNames;
import io.assay.formats.io.Bundle;
import io.assay.formats.io.Json;
import java.io.IOException;
import java.io.OutputStream;
import tools.jackson.core.JsonGenerator;

/** Writes {@code tasks.json}. A picture without an answer is a task without annotations. */
public final class LabelStudioWriter implements RecordWriter {

    private final OutputStream out;
    private final JsonGenerator json;
    private final LabelStudioRegions regions;
    private final UniqueNames names = new UniqueNames();
    private long id;

    public LabelStudioWriter(Bundle bundle, Classes classes) throws IOException {
        out = bundle.stream("tasks.json");
        json = Json.generator(out);
        regions = new LabelStudioRegions(json, classes);
        json.writeStartArray();
    }

    @Override
    public void write(Labelled labelled) {
        json.writeStartObject();
        json.writeNumberProperty("id", ++id);
        data(labelled);
        json.writeArrayPropertyStart("annotations");
        if (labelled.answer() != null) {
            json.writeStartObject();
            json.writeNumberProperty("id", id);
            json.writeBooleanProperty("was_cancelled", false);
            json.writeArrayPropertyStart("result");
            regions.write(labelled, labelled.answer());
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("predictions");
        json.writeEndArray();
        json.writeEndObject();
    }

    private void data(Labelled labelled) {
        json.writeObjectPropertyStart("data");
        json.writeStringProperty(
                "image", labelled.ref() == null ? labelled.fileName() : labelled.ref());
        json.writeStringProperty(
                "file_name", names.uniqueFile(labelled.fileName(), labelled.externalId()));
        json.writeStringProperty("external_id", labelled.externalId());
        if (labelled.width() != null) {
            json.writeNumberProperty("width", labelled.width());
        }
        if (labelled.height() != null) {
            json.writeNumberProperty("height", labelled.height());
        }
        json.writeEndObject();
    }

    @Override
    public void finish() throws IOException {
        json.writeEndArray();
        json.flush();
        out.close();
    }

    @Override
    public void close() {}
}
