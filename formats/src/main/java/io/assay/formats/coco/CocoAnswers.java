package io.assay.formats.coco;

import io.assay.events.Answer;
import io.assay.events.Box;
import io.assay.events.Figure;
import io.assay.events.Keypoint;
import io.assay.events.LabelClass;
import io.assay.events.Mask;
import io.assay.events.Point;
import io.assay.events.Polygon;
import io.assay.events.Transcript;
import io.assay.formats.data.BadEntry;
import io.assay.formats.data.Classes;
import io.assay.formats.data.MaskPixels;
import io.assay.formats.data.Visibilities;
import io.assay.formats.io.Nodes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Makes an answer of the annotations of a picture. Of each it takes what the project's tool labels,
 * a box or an outline for instance, where COCO's files often have both.
 */
final class CocoAnswers {

    /** An annotation and where it is. */
    record Placed(String place, JsonNode node) {}

    @FunctionalInterface
    private interface Maker<T> {
        T make(JsonNode node, LabelClass known) throws BadEntry;
    }

    private final Classes classes;
    private final Map<String, String> categories;

    /**
     * @param categories names by id
     */
    CocoAnswers(Classes classes, Map<String, String> categories) {
        this.classes = classes;
        this.categories = categories;
    }

    /** Null if nothing is said. */
    @Nullable Answer of(List<Placed> annotations) throws BadEntry {
        return switch (classes.tool()) {
            case CATEGORY -> category(annotations);
            case TAGS -> new Answer.Tags(new TreeSet<>(classIds(annotations)));
            case BOX -> new Answer.Boxes(each(annotations, CocoAnswers::box));
            case POLYGON -> new Answer.Polygons(each(annotations, CocoAnswers::polygon));
            case KEYPOINTS -> new Answer.Keypoints(each(annotations, CocoAnswers::figure));
            case MASK -> new Answer.Masks(each(annotations, CocoAnswers::mask));
            case TRANSCRIPT -> new Answer.Transcripts(each(annotations, CocoAnswers::transcript));
            case POLYLINE, VERIFICATION ->
                    throw BadEntry.unexpected("tool", classes.tool(), "one that COCO has");
        };
    }

    private <T> List<T> each(List<Placed> annotations, Maker<T> maker) throws BadEntry {
        List<T> made = new ArrayList<>(annotations.size());
        for (Placed annotation : annotations) {
            try {
                made.add(maker.make(annotation.node(), known(annotation.node())));
            } catch (BadEntry e) {
                throw e.at(annotation.place());
            }
        }
        return made;
    }

    private LabelClass known(JsonNode annotation) throws BadEntry {
        String id = Nodes.required(annotation, "category_id");
        String name = categories.get(id);
        if (name == null) {
            throw BadEntry.unexpected("category_id", id, "the id of one of the categories");
        }
        return classes.named(name);
    }

    private List<String> classIds(List<Placed> annotations) throws BadEntry {
        return each(annotations, (_, known) -> known.id());
    }

    private @Nullable Answer category(List<Placed> annotations) throws BadEntry {
        List<String> ids = classIds(annotations).stream().distinct().toList();
        if (ids.size() > 1) {
            throw BadEntry.unexpected("categories", ids, "one, as the project's tool is category");
        }
        return ids.isEmpty() ? null : new Answer.Category(ids.getFirst());
    }

    private static Map<String, String> attributes(JsonNode node) throws BadEntry {
        return Nodes.texts(node.path("attributes"));
    }

    private static Box box(JsonNode node, LabelClass known) throws BadEntry {
        boolean turned = node.has("rotated_bbox");
        String name = turned ? "rotated_bbox" : "bbox";
        List<Double> numbers = Nodes.numbers(name, node.path(name), turned ? 5 : 4, 1);
        if (numbers.size() != (turned ? 5 : 4)) {
            throw BadEntry.unexpected(name, numbers.size() + " numbers", turned ? "5" : "4");
        }
        return new Box(
                known.id(),
                numbers.get(0),
                numbers.get(1),
                numbers.get(2),
                numbers.get(3),
                turned ? numbers.get(4) : null,
                attributes(node));
    }

    private static Polygon polygon(JsonNode node, LabelClass known) throws BadEntry {
        return new Polygon(known.id(), outline(node.path("segmentation")), attributes(node));
    }

    private static List<Point> outline(JsonNode segmentation) throws BadEntry {
        if (!segmentation.isArray()) {
            throw BadEntry.unexpected("segmentation", segmentation, "an outline");
        }
        if (segmentation.size() != 1) {
            throw BadEntry.unexpected(
                    "segmentation",
                    segmentation.size() + " parts",
                    "1, as a polygon is one outline");
        }
        return Nodes.points(Nodes.numbers("segmentation", segmentation.path(0), 6, 2));
    }

    private static Figure figure(JsonNode node, LabelClass known) throws BadEntry {
        List<Double> numbers = Nodes.numbers("keypoints", node.path("keypoints"), 3, 3);
        List<Keypoint> points = new ArrayList<>();
        for (int i = 0; i < numbers.size(); i += 3) {
            points.add(
                    Visibilities.keypoint(numbers.get(i), numbers.get(i + 1), numbers.get(i + 2)));
        }
        return new Figure(known.id(), points, attributes(node));
    }

    private static Mask mask(JsonNode node, LabelClass known) throws BadEntry {
        JsonNode segmentation = node.path("segmentation");
        if (!segmentation.isObject()) {
            throw BadEntry.unexpected("segmentation", segmentation, "run lengths");
        }
        JsonNode size = segmentation.path("size");
        int height = Nodes.whole("size[0]", size.path(0));
        int width = Nodes.whole("size[1]", size.path(1));
        return new Mask(
                known.id(),
                width,
                height,
                MaskPixels.normal(counts(segmentation.path("counts"))),
                attributes(node));
    }

    private static List<Integer> counts(JsonNode counts) throws BadEntry {
        if (counts.isString()) {
            return Rle.decompress(counts.stringValue());
        }
        if (!counts.isArray()) {
            throw BadEntry.unexpected("counts", counts, "a list or a text");
        }
        List<Integer> runs = new ArrayList<>(counts.size());
        for (JsonNode run : counts) {
            runs.add(Nodes.whole("counts", run));
        }
        return runs;
    }

    private static Transcript transcript(JsonNode node, LabelClass known) throws BadEntry {
        JsonNode segmentation = node.path("segmentation");
        return new Transcript(
                known.id(),
                Nodes.required(node, "utf8_string"),
                segmentation.isMissingNode() ? List.of() : outline(segmentation),
                attributes(node));
    }
}
