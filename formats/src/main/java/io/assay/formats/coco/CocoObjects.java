package io.assay.formats.coco;

import io.assay.events.Annotation;
import io.assay.events.Answer;
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
import io.assay.formats.data.Visibilities;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;

/** Writes the annotations of one picture after another. */
final class CocoObjects {

    private final JsonGenerator json;
    private final Classes classes;
    private long last;

    CocoObjects(JsonGenerator json, Classes classes) {
        this.json = json;
        this.classes = classes;
    }

    void write(long image, Labelled labelled, Answer answer) {
        switch (answer) {
            case Answer.Category(var classId) -> end(start(image, classId), Map.of());
            case Answer.Tags(var classIds) ->
                    classIds.forEach(classId -> end(start(image, classId), Map.of()));
            case Answer.Polylines _, Answer.Verification _ ->
                    throw new IllegalArgumentException("tool: " + answer.tool());
            case Answer.Annotated<?> annotated ->
                    annotated
                            .annotations()
                            .forEach(one -> write(start(image, one.classId()), labelled, one));
        }
    }

    private static void write(JsonGenerator json, Labelled labelled, Annotation annotation) {
        switch (annotation) {
            case Box box -> box(json, labelled, box);
            case Polygon polygon -> polygon(json, polygon);
            case KeypointInstance instance -> keypoints(json, labelled, instance);
            case Mask mask -> mask(json, mask);
            case Transcript transcript -> transcript(json, transcript);
            case Polyline _ -> throw new IllegalArgumentException("tool: polyline");
        }
        end(json, annotation.attributes());
    }

    private JsonGenerator start(long image, String classId) {
        json.writeStartObject();
        json.writeNumberProperty("id", ++last);
        json.writeNumberProperty("image_id", image);
        json.writeNumberProperty("category_id", classes.index(classId) + 1);
        return json.writeNumberProperty("iscrowd", 0);
    }

    private static void end(JsonGenerator json, Map<String, String> attributes) {
        if (!attributes.isEmpty()) {
            json.writeObjectPropertyStart("attributes");
            attributes.forEach(json::writeStringProperty);
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    /** A turned box is written as its corners for all, and as it is for us. */
    private static void box(JsonGenerator json, Labelled labelled, Box box) {
        bbox(json, box.degrees() == 0 ? box : hull(labelled, box));
        json.writeNumberProperty("area", box.width() * box.height());
        if (box.degrees() != 0) {
            outline(json, Corners.of(box));
            json.writeArrayPropertyStart("rotated_bbox");
            List.of(box.x(), box.y(), box.width(), box.height(), box.degrees())
                    .forEach(json::writeNumber);
            json.writeEndArray();
        }
    }

    /** The upright box around a turned one, which may reach over the edge of the picture. */
    private static Box hull(Labelled labelled, Box box) {
        Integer width = labelled.width();
        Integer height = labelled.height();
        Box upright = Corners.upright(box);
        return width == null || height == null ? upright : Corners.inside(upright, width, height);
    }

    private static void bbox(JsonGenerator json, Box box) {
        json.writeArrayPropertyStart("bbox");
        List.of(box.x(), box.y(), box.width(), box.height()).forEach(json::writeNumber);
        json.writeEndArray();
    }

    private static void outline(JsonGenerator json, List<Point> outline) {
        json.writeArrayPropertyStart("segmentation");
        json.writeStartArray();
        for (Point point : outline) {
            json.writeNumber(point.x());
            json.writeNumber(point.y());
        }
        json.writeEndArray();
        json.writeEndArray();
    }

    private static void polygon(JsonGenerator json, Polygon polygon) {
        outline(json, polygon.points());
        json.writeNumberProperty("area", Corners.area(polygon.points()));
        bbox(json, Corners.hull(polygon.classId(), polygon.points()));
    }

    private static void keypoints(
            JsonGenerator json, Labelled labelled, KeypointInstance instance) {
        List<Point> places = Corners.places(instance.points());
        json.writeArrayPropertyStart("keypoints");
        for (Keypoint point : instance.points()) {
            json.writeNumber(point.x());
            json.writeNumber(point.y());
            json.writeNumber(Visibilities.code(point.visibility()));
        }
        json.writeEndArray();
        json.writeNumberProperty("num_keypoints", places.size());
        Box around =
                Corners.extent(instance.classId(), places, labelled.width(), labelled.height());
        json.writeNumberProperty("area", around.width() * around.height());
        bbox(json, around);
    }

    private static void mask(JsonGenerator json, Mask mask) {
        json.writeObjectPropertyStart("segmentation");
        json.writeArrayPropertyStart("size");
        json.writeNumber(mask.height());
        json.writeNumber(mask.width());
        json.writeEndArray();
        json.writeStringProperty("counts", Rle.compress(mask.counts()));
        json.writeEndObject();
        json.writeNumberProperty("area", MaskPixels.area(mask));
        MaskPixels.Bounds bounds = MaskPixels.bounds(mask);
        json.writeArrayPropertyStart("bbox");
        List.of(bounds.left(), bounds.top(), bounds.width(), bounds.height())
                .forEach(json::writeNumber);
        json.writeEndArray();
    }

    /** Named as in COCO-Text. */
    private static void transcript(JsonGenerator json, Transcript transcript) {
        json.writeStringProperty("utf8_string", transcript.text());
        if (!transcript.region().isEmpty()) {
            outline(json, transcript.region());
            json.writeNumberProperty("area", Corners.area(transcript.region()));
            bbox(json, Corners.hull(transcript.classId(), transcript.region()));
        }
    }
}
