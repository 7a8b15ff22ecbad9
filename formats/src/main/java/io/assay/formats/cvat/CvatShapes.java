package io.assay.formats.cvat;

import io.assay.events.Annotation;
import io.assay.events.Answer;
import io.assay.events.Box;
import io.assay.events.Keypoint;
import io.assay.events.KeypointInstance;
import io.assay.events.LabelClass;
import io.assay.events.Mask;
import io.assay.events.Point;
import io.assay.events.Polygon;
import io.assay.events.Polyline;
import io.assay.events.Transcript;
import io.assay.formats.data.Classes;
import io.assay.formats.data.MaskPixels;
import io.assay.formats.data.Micro;
import io.assay.formats.io.XmlText;
import java.math.BigDecimal;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes the shapes of a picture. */
final class CvatShapes {

    /** The attribute that holds a transcript's text: no attribute of ours can have such an id. */
    static final String TEXT = "@text";

    private final XmlText xml;
    private final Classes classes;

    CvatShapes(XmlText xml, Classes classes) {
        this.xml = xml;
        this.classes = classes;
    }

    void write(Answer answer) {
        switch (answer) {
            case Answer.Category(var classId) -> tag(classId);
            case Answer.Tags(var classIds) -> classIds.forEach(this::tag);
            case Answer.Annotated<?> annotated -> annotated.annotations().forEach(this::write);
            case Answer.Verification _ -> throw new IllegalArgumentException("tool: verification");
        }
    }

    private void write(Annotation annotation) {
        switch (annotation) {
            case Box box -> box(box);
            case Polygon polygon -> line("polygon", polygon, polygon.points());
            case Polyline polyline -> line("polyline", polyline, polyline.points());
            case KeypointInstance instance -> keypoints(instance);
            case Mask mask -> mask(mask);
            case Transcript transcript -> transcript(transcript);
        }
    }

    private void tag(String classId) {
        xml.start("tag").attribute("label", classes.written(classId)).attribute("source", "manual");
        xml.end("tag").line();
    }

    private void shape(String name, String classId) {
        xml.start(name).attribute("label", classes.written(classId)).attribute("source", "manual");
        xml.attribute("occluded", "0");
    }

    private void end(String name, Map<String, String> attributes) {
        xml.attribute("z_order", "0");
        attributes.forEach(this::attribute);
        xml.end(name).line();
    }

    private void attribute(String name, String value) {
        xml.start("attribute").attribute("name", name).text(value).end("attribute");
    }

    private void box(Box box) {
        shape("box", box.classId());
        xml.attribute("xtl", box.x()).attribute("ytl", box.y());
        xml.attribute("xbr", sum(box.x(), box.width()));
        xml.attribute("ybr", sum(box.y(), box.height()));
        if (box.degrees() != 0) {
            xml.attribute("rotation", box.degrees() < 0 ? box.degrees() + 360 : box.degrees());
        }
        end("box", box.attributes());
    }

    /** Without the error that adding makes of 0.1 and 0.2. */
    private static double sum(double a, double b) {
        return BigDecimal.valueOf(a).add(BigDecimal.valueOf(b)).doubleValue();
    }

    private void line(String name, Annotation annotation, List<Point> points) {
        shape(name, annotation.classId());
        xml.attribute("points", text(points));
        end(name, annotation.attributes());
    }

    private static String text(List<Point> points) {
        return points.stream()
                .map(point -> Micro.text(point.x()) + "," + Micro.text(point.y()))
                .collect(Collectors.joining(";"));
    }

    private void keypoints(KeypointInstance instance) {
        LabelClass known = classes.get(instance.classId());
        List<String> names = Classes.points(known);
        xml.start("skeleton")
                .attribute("label", classes.written(instance.classId()))
                .attribute("source", "manual");
        xml.attribute("z_order", "0");
        for (int i = 0; i < instance.points().size(); i++) {
            keypoint(names.get(i), instance.points().get(i));
        }
        instance.attributes().forEach(this::attribute);
        xml.end("skeleton").line();
    }

    private void keypoint(String name, Keypoint point) {
        boolean absent = point.visibility() == Keypoint.Visibility.ABSENT;
        boolean hidden = point.visibility() == Keypoint.Visibility.HIDDEN;
        xml.start("points").attribute("label", name).attribute("source", "manual");
        xml.attribute("outside", absent ? "1" : "0").attribute("occluded", hidden ? "1" : "0");
        xml.attribute("points", text(List.of(new Point(point.x(), point.y())))).end("points");
    }

    /** Runs along the rows of the mask's bounds, the first one outside. */
    private void mask(Mask mask) {
        MaskPixels.Bounds bounds = MaskPixels.bounds(mask);
        BitSet rows = MaskPixels.rows(mask);
        StringBuilder runs = new StringBuilder();
        boolean inside = false;
        int run = 0;
        for (int y = bounds.top(); y < bounds.top() + bounds.height(); y++) {
            for (int x = bounds.left(); x < bounds.left() + bounds.width(); x++) {
                if (rows.get(y * mask.width() + x) != inside) {
                    runs.append(run).append(", ");
                    run = 0;
                    inside = !inside;
                }
                run++;
            }
        }
        shape("mask", mask.classId());
        xml.attribute("rle", runs.append(run).toString());
        xml.attribute("left", bounds.left()).attribute("top", bounds.top());
        xml.attribute("width", bounds.width()).attribute("height", bounds.height());
        end("mask", mask.attributes());
    }

    private void transcript(Transcript transcript) {
        String name = transcript.region().isEmpty() ? "tag" : "polygon";
        shape(name, transcript.classId());
        if (!transcript.region().isEmpty()) {
            xml.attribute("points", text(transcript.region()));
        }
        xml.attribute("z_order", "0");
        attribute(TEXT, transcript.text());
        transcript.attributes().forEach(this::attribute);
        xml.end(name).line();
    }
}
