package io.assay.formats.coco;

import io.assay.events.Answer;
import io.assay.events.AnswerRules;
import io.assay.events.Box;
import io.assay.events.Keypoint;
import io.assay.events.KeypointInstance;
import io.assay.events.LabelClass;
import io.assay.events.Mask;
import io.assay.events.Point;
import io.assay.events.Polygon;
import io.assay.events.Transcript;
import io.assay.formats.data.BadEntry;
import io.assay.formats.data.Classes;
import io.assay.formats.data.Corners;
import io.assay.formats.data.MaskPixels;
import io.assay.formats.data.Notes;
import io.assay.formats.data.PictureSize;
import io.assay.formats.data.Rings;
import io.assay.formats.data.Visibilities;
import io.assay.formats.io.Nodes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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
        /** Nothing if it is passed over. */
        Optional<T> make(JsonNode node, LabelClass known) throws BadEntry;
    }

    private final Classes classes;
    private final CocoCategories categories;

    CocoAnswers(Classes classes, CocoCategories categories) {
        this.classes = classes;
        this.categories = categories;
    }

    /** Null if nothing is said. */
    @Nullable Answer of(List<Placed> annotations, Optional<PictureSize> size, Notes notes)
            throws BadEntry {
        Answer answer =
                switch (classes.tool()) {
                    case CATEGORY -> category(annotations);
                    case TAGS -> new Answer.Tags(new TreeSet<>(classIds(annotations)));
                    case BOX ->
                            new Answer.Boxes(each(annotations, notes, (n, c) -> box(n, c, notes)));
                    case POLYGON ->
                            new Answer.Polygons(
                                    each(annotations, notes, (n, c) -> polygon(n, c, notes)));
                    case KEYPOINTS ->
                            new Answer.Keypoints(
                                    each(annotations, notes, (n, c) -> keypoints(n, c, notes)));
                    case MASK ->
                            new Answer.Masks(
                                    each(annotations, notes, (n, c) -> mask(n, c, size, notes)));
                    case TRANSCRIPT ->
                            new Answer.Transcripts(
                                    each(annotations, notes, (n, c) -> transcript(n, c, notes)));
                    case POLYLINE, VERIFICATION ->
                            throw BadEntry.unexpected("tool", classes.tool(), "one that COCO has");
                };
        // that everything was passed over does not say that nothing is there
        return notes.spoilGold() && answer != null && isEmpty(answer) ? null : answer;
    }

    private static boolean isEmpty(Answer answer) {
        return switch (answer) {
            case Answer.Boxes(var all) -> all.isEmpty();
            case Answer.Polygons(var all) -> all.isEmpty();
            case Answer.Keypoints(var all) -> all.isEmpty();
            case Answer.Masks(var all) -> all.isEmpty();
            case Answer.Transcripts(var all) -> all.isEmpty();
            case Answer.Category _, Answer.Tags _, Answer.Polylines _, Answer.Verification _ ->
                    false;
        };
    }

    private <T> List<T> each(List<Placed> annotations, Notes notes, Maker<T> maker)
            throws BadEntry {
        if (annotations.size() > AnswerRules.MAX_OBJECTS) {
            throw BadEntry.unexpected(
                    "annotations", annotations.size(), "at most " + AnswerRules.MAX_OBJECTS);
        }
        List<T> made = new ArrayList<>(annotations.size());
        for (Placed annotation : annotations) {
            try {
                if (isCrowd(annotation.node())) {
                    notes.add("areas of many objects (iscrowd) passed over", true);
                } else {
                    LabelClass known = known(annotation.node());
                    maker.make(annotation.node(), known).ifPresent(made::add);
                }
            } catch (BadEntry e) {
                throw e.at(annotation.place());
            }
        }
        return made;
    }

    private static boolean isCrowd(JsonNode annotation) throws BadEntry {
        String given = Nodes.text(annotation, "iscrowd").orElse("0");
        return switch (given) {
            case "0", "0.0", "false", "False", "" -> false;
            case "1", "1.0", "true", "True" -> true;
            default -> throw BadEntry.unexpected("iscrowd", given, "0 or 1");
        };
    }

    private LabelClass known(JsonNode annotation) throws BadEntry {
        return classes.named(categories.of(annotation).name());
    }

    private List<String> classIds(List<Placed> annotations) throws BadEntry {
        List<String> ids = new ArrayList<>();
        for (Placed annotation : annotations) {
            try {
                ids.add(known(annotation.node()).id());
            } catch (BadEntry e) {
                throw e.at(annotation.place());
            }
        }
        return ids;
    }

    private @Nullable Answer category(List<Placed> annotations) throws BadEntry {
        List<String> ids = classIds(annotations).stream().distinct().toList();
        if (ids.size() > 1) {
            throw BadEntry.unexpected("categories", ids, "one, as the project's tool is category");
        }
        return ids.isEmpty() ? null : new Answer.Category(ids.getFirst());
    }

    /** Tools write some of their own beside those of the project. */
    private static Map<String, String> attributes(JsonNode node, LabelClass known, Notes notes)
            throws BadEntry {
        Map<String, String> own = new TreeMap<>();
        for (var said : Nodes.texts(node.path("attributes")).entrySet()) {
            if (Classes.attribute(known, said.getKey()).isPresent()) {
                own.put(said.getKey(), said.getValue());
            } else if (said.getKey().equals("rotation")
                    && !said.getValue().matches("-?0(\\.0+)?")) {
                throw BadEntry.unexpected(
                        "attributes rotation", said.getValue(), "0, or a rotated_bbox");
            } else {
                notes.add("attribute passed over: " + BadEntry.brief(said.getKey()), false);
            }
        }
        return own;
    }

    private static Optional<Box> box(JsonNode node, LabelClass known, Notes notes) throws BadEntry {
        boolean turned = node.has("rotated_bbox");
        if (!turned && isNothing(node.path("bbox"))) {
            return Optional.of(around(node.path("segmentation"), known, node, notes));
        }
        String name = turned ? "rotated_bbox" : "bbox";
        List<Double> numbers = Nodes.numbers(name, node.path(name), turned ? 5 : 4, 1);
        if (numbers.size() != (turned ? 5 : 4)) {
            throw BadEntry.unexpected(name, numbers.size() + " numbers", turned ? "5" : "4");
        }
        return Optional.of(
                new Box(
                        known.id(),
                        numbers.get(0),
                        numbers.get(1),
                        numbers.get(2),
                        numbers.get(3),
                        turned ? numbers.get(4) : null,
                        attributes(node, known, notes)));
    }

    private static boolean isNothing(JsonNode value) {
        return value.isMissingNode() || value.isNull() || (value.isArray() && value.isEmpty());
    }

    /** What the box would be by COCO's own rule. */
    private static Box around(JsonNode segmentation, LabelClass known, JsonNode node, Notes notes)
            throws BadEntry {
        if (!segmentation.isArray() || segmentation.isEmpty()) {
            throw new BadEntry("bbox: missing (expected: x, y, width, height)");
        }
        List<Point> all = new ArrayList<>();
        parts(segmentation).forEach(all::addAll);
        Box hull = Corners.hull(known.id(), all);
        notes.add("bbox missing (taken: the box around the outline)", false);
        return new Box(
                known.id(),
                hull.x(),
                hull.y(),
                hull.width(),
                hull.height(),
                null,
                attributes(node, known, notes));
    }

    private static Optional<Polygon> polygon(JsonNode node, LabelClass known, Notes notes)
            throws BadEntry {
        return Optional.of(
                new Polygon(
                        known.id(),
                        outline(node.path("segmentation")),
                        attributes(node, known, notes)));
    }

    private static List<Point> outline(JsonNode segmentation) throws BadEntry {
        if (isNothing(segmentation)) {
            throw new BadEntry("segmentation: missing (expected: an outline)");
        }
        List<List<Point>> parts = parts(segmentation);
        if (parts.size() != 1) {
            throw BadEntry.unexpected(
                    "segmentation", parts.size() + " parts", "1, as a polygon is one outline");
        }
        return parts.getFirst();
    }

    /** Each without repeated points. Some tools leave out the list around a single one. */
    private static List<List<Point>> parts(JsonNode segmentation) throws BadEntry {
        if (!segmentation.isArray()) {
            throw BadEntry.unexpected(
                    "segmentation",
                    segmentation.isObject() ? "run lengths" : segmentation,
                    "an outline");
        }
        if (segmentation.path(0).isNumber()) {
            return List.of(part("segmentation", segmentation));
        }
        List<List<Point>> parts = new ArrayList<>();
        for (int i = 0; i < segmentation.size(); i++) {
            parts.add(part("segmentation[" + i + "]", segmentation.get(i)));
        }
        return parts;
    }

    private static List<Point> part(String what, JsonNode numbers) throws BadEntry {
        return Rings.open(what, Nodes.points(Nodes.numbers(what, numbers, 2, 2)));
    }

    private Optional<KeypointInstance> keypoints(JsonNode node, LabelClass known, Notes notes)
            throws BadEntry {
        List<Double> numbers = Nodes.numbers("keypoints", node.path("keypoints"), 3, 3);
        List<Keypoint> points = new ArrayList<>();
        for (int i = 0; i < numbers.size(); i += 3) {
            points.add(
                    Visibilities.keypoint(numbers.get(i), numbers.get(i + 1), numbers.get(i + 2)));
        }
        if (points.stream().allMatch(p -> p.visibility() == Keypoint.Visibility.ABSENT)) {
            notes.add("objects without any keypoint passed over", true);
            return Optional.empty();
        }
        return Optional.of(
                new KeypointInstance(
                        known.id(),
                        inOrder(points, categories.of(node).points(), Classes.points(known)),
                        attributes(node, known, notes)));
    }

    /** By their names where these are the same, else by their places. */
    private static List<Keypoint> inOrder(
            List<Keypoint> points, List<String> given, List<String> wanted) throws BadEntry {
        if (points.size() != wanted.size()) {
            throw BadEntry.unexpected(
                    "keypoints",
                    points.size() + " points",
                    wanted.size() + ", as the class's skeleton has");
        }
        boolean sameNames =
                given.size() == wanted.size() && new HashSet<>(given).equals(new HashSet<>(wanted));
        return sameNames
                ? wanted.stream().map(name -> points.get(given.indexOf(name))).toList()
                : points;
    }

    private static Optional<Mask> mask(
            JsonNode node, LabelClass known, Optional<PictureSize> picture, Notes notes)
            throws BadEntry {
        JsonNode segmentation = node.path("segmentation");
        if (segmentation.isArray() && !segmentation.isEmpty()) {
            PictureSize size =
                    picture.orElseThrow(
                            () ->
                                    new BadEntry(
                                            "size of the picture: unknown (expected: known, to fill"
                                                    + " an outline)"));
            return Optional.of(
                    new Mask(
                            known.id(),
                            size.width(),
                            size.height(),
                            Fill.counts(parts(segmentation), size),
                            attributes(node, known, notes)));
        }
        if (!segmentation.isObject()) {
            throw BadEntry.unexpected(
                    "segmentation",
                    isNothing(segmentation) ? "missing" : segmentation,
                    "run lengths or an outline");
        }
        JsonNode size = segmentation.path("size");
        PictureSize own =
                new PictureSize(
                        Nodes.whole("size[1]", size.path(1)), Nodes.whole("size[0]", size.path(0)));
        if (picture.isPresent() && !picture.get().equals(own)) {
            throw BadEntry.unexpected(
                    "segmentation size",
                    size,
                    "[%d,%d], the picture's height and width"
                            .formatted(picture.get().height(), picture.get().width()));
        }
        return Optional.of(
                new Mask(
                        known.id(),
                        own.width(),
                        own.height(),
                        full(counts(segmentation.path("counts")), own),
                        attributes(node, known, notes)));
    }

    /** As many pixels as the picture has. */
    private static List<Integer> full(List<Integer> counts, PictureSize size) throws BadEntry {
        long pixels = counts.stream().mapToLong(Integer::longValue).sum();
        long expected = (long) size.width() * size.height();
        if (pixels != expected) {
            throw BadEntry.unexpected("counts", pixels + " pixels", "" + expected);
        }
        List<Integer> normal = MaskPixels.normal(counts);
        if (normal.size() < 2) {
            throw new BadEntry("counts: empty (expected: a pixel inside)");
        }
        return normal;
    }

    private static List<Integer> counts(JsonNode counts) throws BadEntry {
        if (counts.isString()) {
            String text = counts.stringValue();
            if (text.startsWith("b'") || text.startsWith("b\"")) {
                throw BadEntry.unexpected(
                        "counts", text, "what is within the quotes, this is Python's bytes");
            }
            return Rle.decompress(text);
        }
        if (!counts.isArray()) {
            throw BadEntry.unexpected(
                    "counts", counts.isMissingNode() ? "missing" : counts, "a list or a text");
        }
        List<Integer> runs = new ArrayList<>(counts.size());
        for (JsonNode run : counts) {
            int length = Nodes.whole("counts", run);
            if (length < 0) {
                throw BadEntry.unexpected("counts", length, "0 or more");
            }
            runs.add(length);
        }
        return runs;
    }

    private static Optional<Transcript> transcript(JsonNode node, LabelClass known, Notes notes)
            throws BadEntry {
        JsonNode segmentation = node.path("segmentation");
        return Optional.of(
                new Transcript(
                        known.id(),
                        Nodes.required(node, "utf8_string"),
                        isNothing(segmentation) ? List.of() : outline(segmentation),
                        attributes(node, known, notes)));
    }
}
