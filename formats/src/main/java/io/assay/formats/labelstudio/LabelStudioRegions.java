package io.assay.formats.labelstudio;

import io.assay.events.Annotation;
import io.assay.events.Answer;
import io.assay.events.Attribute;
import io.assay.events.Box;
import io.assay.events.Keypoint;
import io.assay.events.KeypointInstance;
import io.assay.events.Mask;
import io.assay.events.Point;
import io.assay.events.Polygon;
import io.assay.events.Polyline;
import io.assay.events.Transcript;
import io.assay.formats.data.Classes;
import io.assay.formats.data.Corners;
import io.assay.formats.data.Labelled;
import io.assay.formats.data.MaskPixels;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * Writes the regions of a picture. What is said of one region stands in several results of one id:
 * its shape with its class by the control {@code label}, a text by {@code transcript}, each
 * attribute by {@code attr.ID}.
 */
final class LabelStudioRegions {

    /** How the control of an attribute is named; its id follows. */
    static final String ATTRIBUTE = "attr.";

    static final String TRANSCRIPT = "transcript";
    static final String HIDDEN = "hidden";
    private static final double DOT = 0.5;

    private final JsonGenerator json;
    private final Classes classes;
    private @Nullable Integer width;
    private @Nullable Integer height;
    private int region;

    LabelStudioRegions(JsonGenerator json, Classes classes) {
        this.json = json;
        this.classes = classes;
    }

    void write(Labelled labelled, Answer answer) {
        width = labelled.width();
        height = labelled.height();
        region = 0;
        switch (answer) {
            case Answer.Category(var classId) -> choices(List.of(classId));
            case Answer.Tags(var classIds) -> {
                if (!classIds.isEmpty()) {
                    choices(classIds);
                }
            }
            case Answer.Polylines _, Answer.Verification _ ->
                    throw new IllegalArgumentException("tool: " + answer.tool());
            case Answer.Annotated<?> annotated -> annotated.annotations().forEach(this::write);
        }
    }

    private void write(Annotation annotation) {
        String id = next();
        switch (annotation) {
            case Box box -> rectangle(id, box);
            case Polygon polygon -> outline(id, polygon.classId(), polygon.points());
            case KeypointInstance instance -> keypoints(id, instance);
            case Mask mask -> mask(id, mask);
            case Transcript transcript -> transcript(id, transcript);
            case Polyline _ -> throw new IllegalArgumentException("tool: polyline");
        }
        attributes(id, annotation.classId(), annotation.attributes());
    }

    /** Begins a result up to within its value. */
    private void start(String id, String control, String type) {
        json.writeStartObject();
        json.writeStringProperty("id", id);
        json.writeStringProperty("type", type);
        json.writeStringProperty("from_name", control);
        json.writeStringProperty("to_name", "image");
        if (width != null && height != null) {
            json.writeNumberProperty("original_width", width);
            json.writeNumberProperty("original_height", height);
            json.writeNumberProperty("image_rotation", 0);
        }
        json.writeObjectPropertyStart("value");
    }

    private void end() {
        json.writeEndObject();
        json.writeEndObject();
    }

    private void texts(String name, Collection<String> texts) {
        json.writeArrayPropertyStart(name);
        texts.forEach(json::writeString);
        json.writeEndArray();
    }

    private String next() {
        region++;
        return "r" + region;
    }

    private void choices(Collection<String> classIds) {
        start(next(), "label", "choices");
        texts("choices", classIds.stream().map(classes::written).toList());
        end();
    }

    private double x(double pixels) {
        return pixels / side(width) * 100;
    }

    private double y(double pixels) {
        return pixels / side(height) * 100;
    }

    private static int side(@Nullable Integer side) {
        if (side == null) {
            throw new IllegalArgumentException("size: unknown (expected: known)");
        }
        return side;
    }

    /** Turned around its top left corner, where ours turn around their centre. */
    private void rectangle(String id, Box any) {
        Box box = any.degrees() == 0 ? Corners.inside(any, side(width), side(height)) : any;
        Point corner = Corners.of(box).getFirst();
        start(id, "label", "rectanglelabels");
        json.writeNumberProperty("x", x(corner.x()));
        json.writeNumberProperty("y", y(corner.y()));
        json.writeNumberProperty("width", x(box.width()));
        json.writeNumberProperty("height", y(box.height()));
        json.writeNumberProperty("rotation", box.degrees());
        texts("rectanglelabels", List.of(classes.written(box.classId())));
        end();
    }

    private void outline(String id, String classId, List<Point> points) {
        start(id, "label", "polygonlabels");
        json.writeArrayPropertyStart("points");
        for (Point any : points) {
            Point point = Corners.inside(any, side(width), side(height));
            json.writeStartArray();
            json.writeNumber(x(point.x()));
            json.writeNumber(y(point.y()));
            json.writeEndArray();
        }
        json.writeEndArray();
        texts("polygonlabels", List.of(classes.written(classId)));
        end();
    }

    /** A rectangle with the class, and points that belong to it. */
    private void keypoints(String id, KeypointInstance instance) {
        List<Point> places = Corners.places(instance.points());
        rectangle(id, Corners.extent(instance.classId(), places, width, height));
        List<String> names = Classes.points(classes.get(instance.classId()));
        for (int i = 0; i < instance.points().size(); i++) {
            Keypoint point = instance.points().get(i);
            if (point.visibility() != Keypoint.Visibility.ABSENT) {
                keypoint(id, names.get(i), point);
            }
        }
    }

    private void keypoint(String parent, String name, Keypoint point) {
        Point place = Corners.inside(new Point(point.x(), point.y()), side(width), side(height));
        start(next(), "keypoint", "keypointlabels");
        json.writeNumberProperty("x", x(place.x()));
        json.writeNumberProperty("y", y(place.y()));
        json.writeNumberProperty("width", DOT);
        texts("keypointlabels", List.of(name));
        json.writeEndObject();
        json.writeStringProperty("parentID", parent);
        if (point.visibility() == Keypoint.Visibility.HIDDEN) {
            json.writeObjectPropertyStart("meta");
            texts("text", List.of(HIDDEN));
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private void mask(String id, Mask mask) {
        width = mask.width();
        height = mask.height();
        start(id, "label", "brushlabels");
        json.writeStringProperty("format", "rle");
        json.writeArrayPropertyStart("rle");
        for (byte b : BrushRle.pack(MaskPixels.rows(mask), mask.width() * mask.height())) {
            json.writeNumber(b & 0xFF);
        }
        json.writeEndArray();
        texts("brushlabels", List.of(classes.written(mask.classId())));
        end();
    }

    private void transcript(String id, Transcript transcript) {
        if (transcript.region().isEmpty()) {
            start(id, "label", "choices");
            texts("choices", List.of(classes.written(transcript.classId())));
            end();
        } else {
            outline(id, transcript.classId(), transcript.region());
        }
        start(id, TRANSCRIPT, "textarea");
        texts("text", List.of(transcript.text()));
        end();
    }

    private void attributes(String id, String classId, Map<String, String> values) {
        values.forEach(
                (attribute, value) -> {
                    boolean chosen = isChosen(classId, attribute);
                    start(id, ATTRIBUTE + attribute, chosen ? "choices" : "textarea");
                    texts(chosen ? "choices" : "text", List.of(value));
                    end();
                });
    }

    private boolean isChosen(String classId, String attribute) {
        return Classes.attribute(classes.get(classId), attribute)
                .map(Attribute::type)
                .filter(type -> type == Attribute.Type.FLAG || type == Attribute.Type.CHOICE)
                .isPresent();
    }
}
