package io.assay.formats.cvat;

import io.assay.events.Attribute;
import io.assay.events.LabelClass;
import io.assay.events.Tool;
import io.assay.formats.data.Classes;
import io.assay.formats.data.Labelled;
import io.assay.formats.data.Provenance;
import io.assay.formats.data.RecordWriter;
import io.assay.formats.data.UniqueNames;
import io.assay.formats.io.Bundle;
import io.assay.formats.io.XmlText;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Writes {@code annotations.xml}. */
public final class CvatWriter implements RecordWriter {

    private final OutputStream out;
    private final XmlText xml = new XmlText();
    private final CvatShapes shapes;
    private final UniqueNames names = new UniqueNames();
    private long id;

    public CvatWriter(Bundle bundle, Classes classes) throws IOException {
        this.out = bundle.stream("annotations.xml");
        this.shapes = new CvatShapes(xml, classes);
        out.write(
                "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n".getBytes(StandardCharsets.US_ASCII));
        xml.start("annotations").line().element("version", "1.1").line();
        xml.start("meta").start("task").start("labels").line();
        classes.all().forEach(known -> label(known, classes));
        xml.end("labels").end("task").end("meta").line();
        out.write(xml.take());
    }

    private void label(LabelClass known, Classes classes) {
        Tool tool = classes.tool();
        String name = classes.written(known.id());
        xml.start("label").element("name", name).element("type", type(tool));
        xml.start("attributes");
        known.attributes().forEach(this::attribute);
        if (tool == Tool.TRANSCRIPT) {
            xml.start("attribute").element("name", CvatShapes.TEXT).element("mutable", "False");
            xml.element("input_type", "text").element("default_value", "").element("values", "");
            xml.end("attribute");
        }
        xml.end("attributes").end("label").line();
        for (String point : Classes.points(known)) {
            xml.start("label").element("name", point).element("type", "points");
            xml.start("attributes").end("attributes").element("parent", name);
            xml.end("label").line();
        }
    }

    private void attribute(Attribute attribute) {
        String type =
                switch (attribute.type()) {
                    case FLAG -> "checkbox";
                    case CHOICE -> "select";
                    case NUMBER -> "number";
                    case TEXT -> "text";
                };
        xml.start("attribute").element("name", attribute.id()).element("mutable", "False");
        xml.element("input_type", type).element("default_value", "");
        xml.element("values", String.join("\n", attribute.choices())).end("attribute");
    }

    private static String type(Tool tool) {
        return switch (tool) {
            case CATEGORY, TAGS -> "tag";
            case BOX -> "rectangle";
            case POLYGON -> "polygon";
            case POLYLINE -> "polyline";
            case KEYPOINTS -> "skeleton";
            case MASK -> "mask";
            case TRANSCRIPT, VERIFICATION -> "any";
        };
    }

    @Override
    public void write(Labelled labelled) throws IOException {
        xml.start("image")
                .attribute("id", Long.toString(id++))
                .attribute("name", names.uniqueFile(labelled.fileName(), labelled.externalId()));
        if (labelled.width() != null) {
            xml.attribute("width", labelled.width());
        }
        if (labelled.height() != null) {
            xml.attribute("height", labelled.height());
        }
        xml.attribute("external_id", labelled.externalId());
        if (labelled.ref() != null) {
            xml.attribute("ref", labelled.ref());
        }
        if (labelled.answer() == null) {
            Provenance from = labelled.provenance();
            xml.attribute("status", from == null ? "pending" : from.status());
        }
        xml.line();
        if (labelled.answer() != null) {
            shapes.write(labelled.answer());
        }
        xml.end("image").line();
        out.write(xml.take());
    }

    @Override
    public void finish() throws IOException {
        out.write("</annotations>\n".getBytes(StandardCharsets.US_ASCII));
        out.close();
    }

    @Override
    public void close() {}
}
