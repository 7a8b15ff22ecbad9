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
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/**
 * Writes {@code Annotations/NAME.xml} for each picture. Edges are whole pixels as VOC counts them,
 * from 1 to the width or height, both ends within the box; where ours lie exactly stands in an
 * attribute of {@code bndbox} that only we read.
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
        String file = FileNames.safe(labelled.fileName());
        String stem = FileNames.stem(file);
        String own = names.unique(stem, labelled.externalId());
        xml.start("annotation").line();
        xml.element("filename", own + file.substring(stem.length())).line();
        if (labelled.ref() != null) {
            xml.element("path", labelled.ref()).line();
        }
        xml.element("external_id", labelled.externalId()).line();
        size(labelled.width(), labelled.height());
        xml.element("segmented", 0).line();
        boxes.forEach(box -> object(box, labelled.width(), labelled.height()));
        xml.end("annotation").line();
        bundle.add("Annotations/" + own + ".xml", xml.take());
    }

    private void size(@Nullable Integer width, @Nullable Integer height) {
        if (width != null && height != null) {
            xml.start("size").element("width", width).element("height", height);
            xml.element("depth", 3).end("size").line();
        }
    }

    private void object(Box box, @Nullable Integer width, @Nullable Integer height) {
        Box upright = Corners.upright(box);
        LabelClass known = classes.get(box.classId());
        xml.start("object").element("name", classes.written(box.classId()));
        attributes(known, box.attributes());
        xml.start("bndbox").attribute(VocObjects.EXACT, exact(upright));
        xml.element("xmin", first(upright.x(), width)).element("ymin", first(upright.y(), height));
        xml.element("xmax", last(upright.x(), sum(upright.x(), upright.width()), width));
        xml.element("ymax", last(upright.y(), sum(upright.y(), upright.height()), height));
        xml.end("bndbox").end("object").line();
    }

    private static String exact(Box box) {
        return DoubleStream.of(box.x(), box.y(), box.width(), box.height())
                .mapToObj(Double::toString)
                .collect(Collectors.joining(" "));
    }

    /** The pixel in which an edge lies, from 1. */
    private static double first(double edge, @Nullable Integer side) {
        double pixel = Math.max(1, Math.floor(edge) + 1);
        return side == null ? pixel : Math.min(pixel, side);
    }

    /** The last pixel that the box reaches into, from 1. */
    private static double last(double from, double edge, @Nullable Integer side) {
        double pixel = Math.max(first(from, side), Math.ceil(edge));
        return side == null ? pixel : Math.min(pixel, side);
    }

    /** Others want these whether they are known or not; what is not said of a box is marked so. */
    private void attributes(LabelClass known, Map<String, String> values) {
        String pose = said(known, values, VocAttributes.POSE);
        if (pose == null) {
            unsaid(VocAttributes.POSE, "Unspecified");
        } else {
            xml.element(VocAttributes.POSE, pose);
        }
        for (String flag : VocAttributes.FLAGS) {
            String said = said(known, values, flag);
            if (said == null) {
                unsaid(flag, "0");
            } else {
                xml.element(flag, said.equals("true") ? "1" : "0");
            }
        }
    }

    private static @Nullable String said(LabelClass known, Map<String, String> values, String id) {
        return VocAttributes.has(known, id) ? values.get(id) : null;
    }

    private void unsaid(String name, String text) {
        xml.start(name).attribute(VocObjects.UNSAID, "1").text(text).end(name);
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
