package io.assay.formats.coco;

import io.assay.events.LabelClass;
import io.assay.events.Skeleton;
import io.assay.formats.data.Classes;
import io.assay.formats.data.Labelled;
import io.assay.formats.data.Provenance;
import io.assay.formats.data.RecordWriter;
import io.assay.formats.data.UniqueNames;
import io.assay.formats.io.Bundle;
import io.assay.formats.io.Json;
import io.assay.formats.io.Spool;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JsonGenerator;

/**
 * Writes {@code annotations.json}. Pictures go out as they come; their annotations, which have to
 * come after all pictures, wait on disk.
 */
public final class CocoWriter implements RecordWriter {

    private static final int BUFFER = 64 * 1024;

    private final OutputStream out;
    private final JsonGenerator images;
    private final Spool spool = new Spool();
    private final JsonGenerator annotations;
    private final CocoObjects objects;
    private final UniqueNames names = new UniqueNames();
    private long lastImage;

    public CocoWriter(Bundle bundle, Classes classes) throws IOException {
        out = bundle.stream("annotations.json");
        out.write(text("{\"info\":{\"description\":\"Assay\"},\"categories\":"));
        JsonGenerator categories = Json.generator(out);
        writeCategories(categories, classes);
        out.write(text(",\"images\":"));
        images = Json.generator(out);
        images.writeStartArray();
        annotations = Json.generator(new BufferedOutputStream(spool.out(), BUFFER));
        annotations.writeStartArray();
        objects = new CocoObjects(annotations, classes);
    }

    private static void writeCategories(JsonGenerator json, Classes classes) {
        json.writeStartArray();
        for (LabelClass known : classes.all()) {
            json.writeStartObject();
            json.writeNumberProperty("id", classes.index(known.id()) + 1);
            json.writeStringProperty("name", classes.written(known.id()));
            json.writeStringProperty("supercategory", "");
            Skeleton skeleton = known.skeleton();
            if (skeleton != null) {
                writeSkeleton(json, skeleton);
            }
            json.writeEndObject();
        }
        json.writeEndArray();
        json.flush();
    }

    /** Joints are counted from 1. */
    private static void writeSkeleton(JsonGenerator json, Skeleton skeleton) {
        json.writeArrayPropertyStart("keypoints");
        skeleton.points().forEach(json::writeString);
        json.writeEndArray();
        json.writeArrayPropertyStart("skeleton");
        for (Skeleton.Bone bone : skeleton.bones()) {
            json.writeStartArray();
            json.writeNumber(bone.from() + 1);
            json.writeNumber(bone.to() + 1);
            json.writeEndArray();
        }
        json.writeEndArray();
    }

    @Override
    public void write(Labelled labelled) {
        lastImage++;
        images.writeStartObject();
        images.writeNumberProperty("id", lastImage);
        images.writeStringProperty(
                "file_name", names.uniqueFile(labelled.fileName(), labelled.externalId()));
        if (labelled.width() != null) {
            images.writeNumberProperty("width", labelled.width());
        }
        if (labelled.height() != null) {
            images.writeNumberProperty("height", labelled.height());
        }
        images.writeStringProperty("external_id", labelled.externalId());
        if (labelled.ref() != null) {
            images.writeStringProperty("ref", labelled.ref());
        }
        if (labelled.answer() == null) {
            Provenance from = labelled.provenance();
            images.writeStringProperty("status", from == null ? "pending" : from.status());
        }
        images.writeEndObject();
        if (labelled.answer() != null) {
            objects.write(lastImage, labelled, labelled.answer());
        }
    }

    @Override
    public void finish() throws IOException {
        images.writeEndArray();
        images.flush();
        annotations.writeEndArray();
        annotations.flush();
        out.write(text(",\"annotations\":"));
        try (InputStream all = spool.in()) {
            all.transferTo(out);
        }
        out.write(text("}\n"));
        out.close();
    }

    private static byte[] text(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        spool.close();
    }
}
