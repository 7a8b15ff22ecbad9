package io.assay.formats.voc;

import io.assay.events.Answer;
import io.assay.events.Box;
import io.assay.events.LabelClass;
import io.assay.formats.data.Classes;
import io.assay.formats.data.Corners;
import io.assay.formats.data.FileNames;
import io.assay.formats.data.Labelled;
import io.assay.formats.data.RecordWriter;
import io.assay.formats.data.UniqueNames;
import io.assay.formats.data.VocAttributes;
import io.assay.formats.io.Bundle;
import io.assay.formats.io.XmlText;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes {@code Annotations/NAME.xml} for each picture. Edges are where our boxes have them, from 0
 * and not always whole pixels.
 */
public final class VocWriter implements RecordWriter {

    private final Bundle bundle;
    private final Classes classes;
    private final UniqueNames names = new UniqueNames();
    private final XmlText xml = new XmlText();

    public VocWriter(Bundle bundle, Classes classes) {
        this.bundle = bundle;
        this.classes = classes;
    }

    @Override
    public void write(Labelled labelled) throws IOException {
        if (!(labelled.answer() instanceof Answer.Boxes(var boxes))) {
            throw new IllegalArgumentException("answer: " + labelled.answer());
        }
        xml.start("annotation").line();
        xml.element("filename", labelled.fileName()).line();
        if (labelled.ref() != null) {
            xml.element("path", labelled.ref()).line();
        }
        xml.element("external_id", labelled.externalId()).line();
        size(labelled.width(), labelled.height());
        xml.element("segmented", 0).line();
        boxes.forEach(this::object);
        xml.end("annotation").line();
        String stem = FileNames.stem(FileNames.safe(labelled.fileName()));
        bundle.add("Annotations/" + names.unique(stem, labelled.externalId()) + ".xml", xml.take());
    }

    private void size(@Nullable Integer width, @Nullable Integer height) {
        if (width != null && height != null) {
            xml.start("size").element("width", width).element("height", height);
            xml.element("depth", 3).end("size").line();
        }
    }

    private void object(Box box) {
        Box upright = Corners.upright(box);
        LabelClass known = classes.get(box.classId());
        xml.start("object").element("name", box.classId());
        attributes(known, box.attributes());
        xml.start("bndbox").element("xmin", upright.x()).element("ymin", upright.y());
        xml.element("xmax", sum(upright.x(), upright.width()));
        xml.element("ymax", sum(upright.y(), upright.height()));
        xml.end("bndbox").end("object").line();
    }

    private void attributes(LabelClass known, Map<String, String> values) {
        values.forEach(
                (id, value) -> {
                    if (VocAttributes.has(known, id)) {
                        boolean isFlag = VocAttributes.FLAGS.contains(id);
                        xml.element(id, isFlag ? (value.equals("true") ? "1" : "0") : value);
                    }
                });
    }

    /** Without the error that adding makes of 0.1 and 0.2. */
    private static double sum(double a, double b) {
        return BigDecimal.valueOf(a).add(BigDecimal.valueOf(b)).doubleValue();
    }

    @Override
    public void finish() {}

    @Override
    public void close() {}
}
