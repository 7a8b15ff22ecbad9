package io.assay.formats.yolo;

import io.assay.events.Answer;
import io.assay.events.Box;
import io.assay.events.Keypoint;
import io.assay.events.KeypointInstance;
import io.assay.events.LabelClass;
import io.assay.events.Point;
import io.assay.events.Polygon;
import io.assay.formats.data.BadEntry;
import io.assay.formats.data.Classes;
import io.assay.formats.data.Corners;
import io.assay.formats.data.Micro;
import io.assay.formats.data.Notes;
import io.assay.formats.data.PictureSize;
import io.assay.formats.data.Rings;
import io.assay.formats.data.Visibilities;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Makes an answer of a picture's text. What a line is, only the number of its numbers shows: 4 are
 * a box, 8 the corners of a turned one or an outline, an even number from 6 an outline, and with
 * keypoints 4 and some for each point.
 */
final class YoloLabels {

    private static final int BOX = 4;
    private static final int CORNERS = 8;
    private static final int OUTLINE = 6;

    private final Classes classes;
    private final YoloSetup setup;

    YoloLabels(Classes classes, YoloSetup setup) {
        this.classes = classes;
        this.setup = setup;
    }

    Answer read(String text, PictureSize size, Notes notes) throws BadEntry {
        return switch (classes.tool()) {
            case BOX -> new Answer.Boxes(each(text, (c, n) -> box(c, n, size, notes)));
            case POLYGON -> new Answer.Polygons(each(text, (c, n) -> polygon(c, n, size, notes)));
            case KEYPOINTS -> new Answer.Keypoints(each(text, (c, n) -> keypoints(c, n, size)));
            case CATEGORY, TAGS, POLYLINE, MASK, TRANSCRIPT, VERIFICATION ->
                    throw BadEntry.unexpected("tool", classes.tool(), "one that YOLO has");
        };
    }

    @FunctionalInterface
    private interface Maker<T> {
        T make(LabelClass known, double[] numbers) throws BadEntry;
    }

    private <T> List<T> each(String text, Maker<T> maker) throws BadEntry {
        List<T> made = new ArrayList<>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            try {
                String[] cells = line.strip().split("\\s+");
                double[] numbers = new double[cells.length - 1];
                LabelClass known = known(cells[0]);
                for (int i = 1; i < cells.length; i++) {
                    numbers[i - 1] = Micro.parse("number", cells[i]);
                }
                made.add(maker.make(known, numbers));
            } catch (BadEntry e) {
                throw e.at("line " + number);
            }
        }
        return made;
    }

    /** Some tools write the number of a class with a decimal point. */
    private LabelClass known(String cell) throws BadEntry {
        double index = Micro.parse("class", cell);
        String name =
                index == Math.rint(index) && Math.abs(index) <= Integer.MAX_VALUE
                        ? setup.names().get((int) index)
                        : null;
        if (name == null) {
            throw BadEntry.unexpected("class", cell, "a number that the classes' names have");
        }
        return classes.named(name);
    }

    private Box box(LabelClass known, double[] n, PictureSize size, Notes notes) throws BadEntry {
        if (n.length == BOX) {
            return upright(known, n, size);
        }
        if (isPose(n)) {
            notes.add("keypoints passed over (taken: the box around them)", false);
            return upright(known, n, size);
        }
        if (n.length == BOX + 1 && n[BOX] >= 0 && n[BOX] <= 1) {
            notes.add("a sixth number passed over, taken for a certainty of a model", true);
            return upright(known, n, size);
        }
        if (n.length == CORNERS && classes.mayTurn()) {
            return Corners.box(known.id(), points(n, size));
        }
        boolean isOutline = n.length >= CORNERS && n.length % 2 == 0 && setup.points() == null;
        if (isOutline && !classes.mayTurn()) {
            notes.add("outlines (taken: the upright boxes around them)", false);
            return hull(known, n, size);
        }
        throw BadEntry.unexpected(
                "numbers", n.length, classes.mayTurn() ? "4, or 8 for corners" : "4");
    }

    private boolean isPose(double[] n) {
        Integer points = setup.points();
        Integer perPoint = setup.perPoint();
        return points != null && perPoint != null && n.length == BOX + points * perPoint;
    }

    private static Box upright(LabelClass known, double[] n, PictureSize size) throws BadEntry {
        shares(n, BOX, size);
        double width = n[2] * size.width();
        double height = n[3] * size.height();
        return Corners.around(
                known.id(), n[0] * size.width(), n[1] * size.height(), width, height, 0);
    }

    private static Box hull(LabelClass known, double[] n, PictureSize size) throws BadEntry {
        shares(n, n.length, size);
        Box hull = Corners.hull(known.id(), points(n, size));
        return new Box(
                known.id(),
                Micro.round(hull.x()),
                Micro.round(hull.y()),
                Micro.round(hull.width()),
                Micro.round(hull.height()));
    }

    /** What is further out than rounding takes it is no share of the picture. */
    private static void shares(double[] n, int so, PictureSize size) throws BadEntry {
        for (int i = 0; i < so; i++) {
            double rounding = 0.5 / (i % 2 == 0 ? size.width() : size.height());
            if (n[i] < -rounding || n[i] > 1 + rounding) {
                throw BadEntry.unexpected(
                        "number " + (i + 1), Micro.text(n[i]), "0 to 1, a share of the picture");
            }
        }
    }

    private static Polygon polygon(LabelClass known, double[] n, PictureSize size, Notes notes)
            throws BadEntry {
        if (n.length == BOX) {
            notes.add("boxes among the outlines (taken: their four corners)", true);
            List<Point> corners = Corners.of(upright(known, n, size));
            return new Polygon(known.id(), corners, Map.of());
        }
        if (n.length < OUTLINE || n.length % 2 != 0) {
            throw BadEntry.unexpected("numbers", n.length, "an even number from 6");
        }
        shares(n, n.length, size);
        List<Point> points =
                points(n, size).stream()
                        .map(p -> new Point(Micro.round(p.x()), Micro.round(p.y())))
                        .toList();
        return new Polygon(known.id(), Rings.open("outline", points), Map.of());
    }

    private KeypointInstance keypoints(LabelClass known, double[] n, PictureSize size)
            throws BadEntry {
        int expected = Classes.points(known).size();
        int perPoint = perPoint(n, expected);
        int given = setup.points() == null ? expected : setup.points();
        if (given < expected || n.length != BOX + given * perPoint) {
            throw BadEntry.unexpected(
                    "numbers",
                    n.length,
                    "%d: 4 for the box and %d for each of %d points"
                            .formatted(
                                    BOX + Math.max(given, expected) * perPoint,
                                    perPoint,
                                    Math.max(given, expected)));
        }
        List<Keypoint> points = new ArrayList<>();
        for (int i = BOX; i < n.length; i += perPoint) {
            Keypoint point = keypoint(n, i, size, perPoint);
            if (points.size() < expected) {
                points.add(point);
            } else if (point.visibility() != Keypoint.Visibility.ABSENT) {
                throw BadEntry.unexpected("keypoints", "more", expected + ", as its class has");
            }
        }
        return new KeypointInstance(known.id(), points, Map.of());
    }

    /** Where nothing says it, the number of numbers does. */
    private int perPoint(double[] n, int expected) {
        if (setup.perPoint() != null) {
            return setup.perPoint();
        }
        return n.length == BOX + 2 * expected ? 2 : 3;
    }

    private static Keypoint keypoint(double[] n, int at, PictureSize size, int perPoint)
            throws BadEntry {
        boolean isThere = n[at] != 0 || n[at + 1] != 0;
        double visibility = perPoint == 3 ? n[at + 2] : isThere ? 2 : 0;
        if (visibility != 0) {
            shares(new double[] {n[at], n[at + 1]}, 2, size);
        }
        return Visibilities.keypoint(
                Micro.round(n[at] * size.width()),
                Micro.round(n[at + 1] * size.height()),
                visibility);
    }

    private static List<Point> points(double[] n, PictureSize size) {
        return IntStream.range(0, n.length / 2)
                .mapToObj(i -> new Point(n[2 * i] * size.width(), n[2 * i + 1] * size.height()))
                .toList();
    }
}
