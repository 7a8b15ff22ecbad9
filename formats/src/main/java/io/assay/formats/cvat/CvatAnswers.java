package io.assay.formats.cvat;

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
import io.assay.formats.data.BadEntry;
import io.assay.formats.data.Classes;
import io.assay.formats.data.MaskPixels;
import io.assay.formats.data.Micro;
import io.assay.formats.io.Xml;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Makes an answer of the shapes of a picture; all of them have to be of the project's tool. */
final class CvatAnswers {

    @FunctionalInterface
    private interface Maker<T> {
        T make(Xml.Element shape, LabelClass known) throws BadEntry;
    }

    private final Classes classes;

    CvatAnswers(Classes classes) {
        this.classes = classes;
    }

    /** Null if nothing is said. */
    @Nullable Answer of(List<Xml.Element> shapes, @Nullable Integer width, @Nullable Integer height)
            throws BadEntry {
        return switch (classes.tool()) {
            case CATEGORY -> category(shapes);
            case TAGS -> new Answer.Tags(new TreeSet<>(tags(shapes)));
            case BOX -> new Answer.Boxes(each(shapes, Set.of("box"), CvatAnswers::box));
            case POLYGON ->
                    new Answer.Polygons(
                            each(
                                    shapes,
                                    Set.of("polygon"),
                                    (s, k) -> new Polygon(k.id(), points(s), attributes(s))));
            case POLYLINE ->
                    new Answer.Polylines(
                            each(
                                    shapes,
                                    Set.of("polyline"),
                                    (s, k) -> new Polyline(k.id(), points(s), attributes(s))));
            case KEYPOINTS ->
                    new Answer.Keypoints(
                            each(shapes, Set.of("skeleton", "points"), CvatAnswers::keypoints));
            case MASK ->
                    new Answer.Masks(
                            each(shapes, Set.of("mask"), (s, k) -> mask(s, k, width, height)));
            case TRANSCRIPT ->
                    new Answer.Transcripts(
                            each(shapes, Set.of("tag", "polygon"), CvatAnswers::transcript));
            case VERIFICATION ->
                    throw BadEntry.unexpected("tool", classes.tool(), "one that CVAT has");
        };
    }

    private <T> List<T> each(List<Xml.Element> shapes, Set<String> kinds, Maker<T> maker)
            throws BadEntry {
        List<T> made = new ArrayList<>(shapes.size());
        for (Xml.Element shape : shapes) {
            try {
                if (!kinds.contains(shape.name())) {
                    throw BadEntry.unexpected("shape", shape.name(), String.join(" or ", kinds));
                }
                made.add(maker.make(shape, classes.named(shape.required("label"))));
            } catch (BadEntry e) {
                throw e.at(shape.name() + "[" + made.size() + "]");
            }
        }
        return made;
    }

    private List<String> tags(List<Xml.Element> shapes) throws BadEntry {
        return each(shapes, Set.of("tag"), (_, known) -> known.id());
    }

    private @Nullable Answer category(List<Xml.Element> shapes) throws BadEntry {
        List<String> ids = tags(shapes);
        if (ids.size() > 1) {
            throw BadEntry.unexpected("tags", ids, "one, as the project's tool is category");
        }
        return ids.isEmpty() ? null : new Answer.Category(ids.getFirst());
    }

    private static Map<String, String> attributes(Xml.Element shape) throws BadEntry {
        Map<String, String> values = new TreeMap<>();
        for (Xml.Element child : shape.children()) {
            if (child.name().equals("attribute")) {
                String name = child.required("name");
                if (values.put(name, child.text()) != null) {
                    throw BadEntry.unexpected("attribute", name + " twice", "once");
                }
            }
        }
        return values;
    }

    private static double number(Xml.Element shape, String name) throws BadEntry {
        return Micro.parse(name, shape.required(name));
    }

    private static Box box(Xml.Element shape, LabelClass known) throws BadEntry {
        double left = number(shape, "xtl");
        double top = number(shape, "ytl");
        String rotation = shape.attribute("rotation");
        return new Box(
                known.id(),
                Micro.round(left),
                Micro.round(top),
                Micro.round(number(shape, "xbr") - left),
                Micro.round(number(shape, "ybr") - top),
                rotation == null ? null : Micro.rotation(Micro.parse("rotation", rotation)),
                attributes(shape));
    }

    private static List<Point> points(Xml.Element shape) throws BadEntry {
        List<Point> points = new ArrayList<>();
        for (String point : shape.required("points").split(";")) {
            String[] numbers = point.split(",");
            if (numbers.length != 2) {
                throw BadEntry.unexpected("points", point, "x,y");
            }
            points.add(
                    new Point(
                            Micro.parse("points", numbers[0]), Micro.parse("points", numbers[1])));
        }
        return points;
    }

    private static KeypointInstance keypoints(Xml.Element shape, LabelClass known) throws BadEntry {
        if (shape.name().equals("points")) {
            List<Keypoint> seen =
                    points(shape).stream()
                            .map(p -> new Keypoint(p.x(), p.y(), Keypoint.Visibility.VISIBLE))
                            .toList();
            return new KeypointInstance(known.id(), seen, attributes(shape));
        }
        Map<String, Xml.Element> byName = new HashMap<>();
        for (Xml.Element child : shape.children()) {
            if (child.name().equals("points")) {
                String name = child.required("label");
                if (byName.put(name, child) != null) {
                    throw BadEntry.unexpected("points", name + " twice", "once");
                }
            }
        }
        List<Keypoint> points = new ArrayList<>();
        for (String name : Classes.points(known)) {
            Xml.Element point = byName.remove(name);
            points.add(
                    point == null
                            ? new Keypoint(0, 0, Keypoint.Visibility.ABSENT)
                            : keypoint(point));
        }
        if (!byName.isEmpty()) {
            throw BadEntry.unexpected("points", byName.keySet(), "those of the class's skeleton");
        }
        return new KeypointInstance(known.id(), points, attributes(shape));
    }

    private static Keypoint keypoint(Xml.Element element) throws BadEntry {
        if ("1".equals(element.attribute("outside"))) {
            return new Keypoint(0, 0, Keypoint.Visibility.ABSENT);
        }
        List<Point> points = points(element);
        if (points.size() != 1) {
            throw BadEntry.unexpected("points", points.size(), "1");
        }
        return new Keypoint(
                points.getFirst().x(),
                points.getFirst().y(),
                "1".equals(element.attribute("occluded"))
                        ? Keypoint.Visibility.HIDDEN
                        : Keypoint.Visibility.VISIBLE);
    }

    private static Mask mask(
            Xml.Element shape, LabelClass known, @Nullable Integer width, @Nullable Integer height)
            throws BadEntry {
        if (width == null || height == null || !MaskPixels.fits(width, height)) {
            throw new BadEntry("image size: unknown or too large (expected: known, for a mask)");
        }
        int left = pixel(shape, "left");
        int top = pixel(shape, "top");
        int columns = Micro.side("width", shape.required("width"));
        int rows = Micro.side("height", shape.required("height"));
        if (left + columns > width || top + rows > height) {
            throw BadEntry.unexpected("mask", left + ", " + top, "within the image");
        }
        BitSet pixels = new BitSet(width * height);
        long at = 0;
        boolean inside = false;
        for (String cell : shape.required("rle").split(",")) {
            double run = Micro.parse("rle", cell);
            if (run < 0 || run != Math.rint(run) || at + run > (long) columns * rows) {
                throw BadEntry.unexpected("rle", cell, "lengths that add up to the mask's size");
            }
            for (long pixel = at; inside && pixel < at + run; pixel++) {
                int y = top + (int) (pixel / columns);
                pixels.set(y * width + left + (int) (pixel % columns));
            }
            at += (long) run;
            inside = !inside;
        }
        if (at != (long) columns * rows) {
            throw BadEntry.unexpected(
                    "rle",
                    "tells " + at + " pixels",
                    (long) columns * rows + ", as wide times high");
        }
        return new Mask(
                known.id(),
                width,
                height,
                MaskPixels.counts(pixels, width, height),
                attributes(shape));
    }

    private static int pixel(Xml.Element shape, String name) throws BadEntry {
        double at = number(shape, name);
        if (at != Math.rint(at) || at < 0 || at > 100_000) {
            throw BadEntry.unexpected(name, shape.attribute(name), "0 to 100000");
        }
        return (int) at;
    }

    private static Transcript transcript(Xml.Element shape, LabelClass known) throws BadEntry {
        Map<String, String> attributes = attributes(shape);
        String text = attributes.remove(CvatShapes.TEXT);
        if (text == null) {
            throw new BadEntry("attribute " + CvatShapes.TEXT + ": missing (expected: the text)");
        }
        boolean whole = shape.name().equals("tag");
        return new Transcript(known.id(), text, whole ? List.of() : points(shape), attributes);
    }
}
