package io.assay.formats.coco;

import io.assay.events.Answer;
import io.assay.events.Box;
import io.assay.events.Figure;
import io.assay.events.Keypoint;
import io.assay.events.Mask;
import io.assay.events.Point;
import io.assay.events.Polygon;
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
            case Answer.Boxes(var boxes) ->
                    boxes.forEach(box -> box(start(image, box.classId()), labelled, box));
            case Answer.Polygons(var polygons) ->
                    polygons.forEach(polygon -> polygon(start(image, polygon.classId()), polygon));
            case Answer.Keypoints(var figures) ->
                    figures.forEach(
                            figure -> figure(start(image, figure.classId()), labelled, figure));
            case Answer.Masks(var masks) ->
                    masks.forEach(mask -> mask(start(image, mask.classId()), mask));
            case Answer.Transcripts(var transcripts) ->
                    transcripts.forEach(text -> transcript(start(image, text.classId()), text));
            case Answer.Polylines _, Answer.Verification _ ->
                    throw new IllegalArgumentException("tool: " + answer.tool());
        }
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

    /** A turned box is told to all as its corners, and to us as it is. */
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
        end(json, box.attributes());
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
        end(json, polygon.attributes());
    }

    private static void figure(JsonGenerator json, Labelled labelled, Figure figure) {
        List<Point> places = Corners.places(figure.points());
        json.writeArrayPropertyStart("keypoints");
        for (Keypoint point : figure.points()) {
            json.writeNumber(point.x());
            json.writeNumber(point.y());
            json.writeNumber(Visibilities.code(point.visibility()));
        }
        json.writeEndArray();
        json.writeNumberProperty("num_keypoints", places.size());
        Box around = Corners.extent(figure.classId(), places, labelled.width(), labelled.height());
        json.writeNumberProperty("area", around.width() * around.height());
        bbox(json, around);
        end(json, figure.attributes());
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
        end(json, mask.attributes());
    }

    /** Named as in COCO-Text. */
    private static void transcript(JsonGenerator json, Transcript transcript) {
        json.writeStringProperty("utf8_string", transcript.text());
        if (!transcript.region().isEmpty()) {
            outline(json, transcript.region());
            json.writeNumberProperty("area", Corners.area(transcript.region()));
            bbox(json, Corners.hull(transcript.classId(), transcript.region()));
        }
        end(json, transcript.attributes());
    }
}
