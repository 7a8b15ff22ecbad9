package io.assay.formats.yolo;

import io.assay.events.Answer;
import io.assay.events.Box;
import io.assay.events.Figure;
import io.assay.events.Keypoint;
import io.assay.events.LabelClass;
import io.assay.events.Point;
import io.assay.events.Polygon;
import io.assay.formats.data.BadEntry;
import io.assay.formats.data.Classes;
import io.assay.formats.data.Corners;
import io.assay.formats.data.Labelled;
import io.assay.formats.data.Micro;
import io.assay.formats.data.PictureSize;
import io.assay.formats.data.Visibilities;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The lines of a picture's text: a class and numbers that are shares of width and height. */
final class YoloLines {

    private final Classes classes;

    YoloLines(Classes classes) {
        this.classes = classes;
    }

    /** Of the class whose figures have most; those of others are filled up with absent ones. */
    static int mostPoints(Classes classes) {
        return classes.all().stream()
                .mapToInt(known -> Classes.points(known).size())
                .max()
                .orElse(0);
    }

    byte[] of(Labelled labelled) {
        Integer width = labelled.width();
        Integer height = labelled.height();
        if (width == null || height == null) {
            throw new IllegalArgumentException("size: unknown (expected: known)");
        }
        Shares shares = new Shares(width, height);
        switch (labelled.answer()) {
            case Answer.Boxes(var boxes) -> boxes.forEach(box -> box(shares, box));
            case Answer.Polygons(var polygons) ->
                    polygons.forEach(polygon -> polygon(shares, polygon));
            case Answer.Keypoints(var figures) -> figures.forEach(figure -> figure(shares, figure));
            case Answer.Category _,
                    Answer.Tags _,
                    Answer.Polylines _,
                    Answer.Masks _,
                    Answer.Transcripts _,
                    Answer.Verification _ ->
                    throw new IllegalArgumentException("tool: not one that YOLO has");
            case null -> throw new IllegalArgumentException("answer: none");
        }
        return shares.text();
    }

    private void box(Shares shares, Box box) {
        shares.start(classes.index(box.classId()));
        if (classes.mayTurn()) {
            Corners.of(box).forEach(shares::point);
        } else {
            shares.box(box);
        }
        shares.end();
    }

    private void polygon(Shares shares, Polygon polygon) {
        shares.start(classes.index(polygon.classId()));
        polygon.points().forEach(shares::point);
        shares.end();
    }

    private void figure(Shares shares, Figure figure) {
        shares.start(classes.index(figure.classId()));
        shares.extent(figure.classId(), Corners.places(figure.points()));
        for (Keypoint point : figure.points()) {
            shares.point(new Point(point.x(), point.y()));
            shares.number(Visibilities.code(point.visibility()));
        }
        for (int i = figure.points().size(); i < mostPoints(classes); i++) {
            shares.point(new Point(0, 0));
            shares.number(0);
        }
        shares.end();
    }

    /**
     * The answer that a text gives.
     *
     * @param names of the classes, as the file counts them
     * @param perPoint how many numbers a keypoint has, 2 or 3
     */
    Answer read(String text, List<String> names, PictureSize size, int perPoint) throws BadEntry {
        return switch (classes.tool()) {
            case BOX -> new Answer.Boxes(each(text, names, (c, n) -> box(c, n, size)));
            case POLYGON -> new Answer.Polygons(each(text, names, (c, n) -> polygon(c, n, size)));
            case KEYPOINTS ->
                    new Answer.Keypoints(each(text, names, (c, n) -> figure(c, n, size, perPoint)));
            case CATEGORY, TAGS, POLYLINE, MASK, TRANSCRIPT, VERIFICATION ->
                    throw BadEntry.unexpected("tool", classes.tool(), "one that YOLO has");
        };
    }

    @FunctionalInterface
    private interface Maker<T> {
        T make(LabelClass known, double[] numbers) throws BadEntry;
    }

    private <T> List<T> each(String text, List<String> names, Maker<T> maker) throws BadEntry {
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
                for (int i = 1; i < cells.length; i++) {
                    numbers[i - 1] = Micro.parse("number", cells[i]);
                }
                made.add(maker.make(known(cells[0], names), numbers));
            } catch (BadEntry e) {
                throw e.at("line " + number);
            }
        }
        return made;
    }

    private LabelClass known(String cell, List<String> names) throws BadEntry {
        double index = Micro.parse("class", cell);
        if (index != Math.rint(index) || index < 0 || index >= names.size()) {
            throw BadEntry.unexpected("class", cell, "0 to " + (names.size() - 1));
        }
        return classes.named(names.get((int) index));
    }

    private Box box(LabelClass known, double[] n, PictureSize size) throws BadEntry {
        if (classes.mayTurn() && n.length == 8) {
            return Corners.box(known.id(), points(n, size));
        }
        if (n.length != 4) {
            throw BadEntry.unexpected(
                    "numbers", n.length, classes.mayTurn() ? "4, or 8 for corners" : "4");
        }
        double width = n[2] * size.width();
        double height = n[3] * size.height();
        return Corners.around(
                known.id(), n[0] * size.width(), n[1] * size.height(), width, height, 0);
    }

    private static Polygon polygon(LabelClass known, double[] n, PictureSize size) throws BadEntry {
        if (n.length < 6 || n.length % 2 != 0) {
            throw BadEntry.unexpected("numbers", n.length, "an even number from 6");
        }
        List<Point> points =
                points(n, size).stream()
                        .map(p -> new Point(Micro.round(p.x()), Micro.round(p.y())))
                        .toList();
        return new Polygon(known.id(), points, Map.of());
    }

    private static Figure figure(LabelClass known, double[] n, PictureSize size, int perPoint)
            throws BadEntry {
        int expected = Classes.points(known).size();
        if (n.length < 4 + expected * perPoint || (n.length - 4) % perPoint != 0) {
            throw BadEntry.unexpected("numbers", n.length, "" + (4 + expected * perPoint));
        }
        List<Keypoint> points = new ArrayList<>();
        for (int i = 4; i < n.length; i += perPoint) {
            Keypoint point = keypoint(n, i, size, perPoint);
            if (points.size() < expected) {
                points.add(point);
            } else if (point.visibility() != Keypoint.Visibility.ABSENT) {
                throw BadEntry.unexpected("keypoints", "more", expected + ", as its class has");
            }
        }
        return new Figure(known.id(), points, Map.of());
    }

    private static Keypoint keypoint(double[] n, int at, PictureSize size, int perPoint)
            throws BadEntry {
        boolean isThere = n[at] != 0 || n[at + 1] != 0;
        double visibility = perPoint == 3 ? n[at + 2] : isThere ? 2 : 0;
        return Visibilities.keypoint(
                Micro.round(n[at] * size.width()),
                Micro.round(n[at + 1] * size.height()),
                visibility);
    }

    private static List<Point> points(double[] n, PictureSize size) {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i + 1 < n.length; i += 2) {
            points.add(new Point(n[i] * size.width(), n[i + 1] * size.height()));
        }
        return points;
    }

    /** Puts lines together. */
    private static final class Shares {

        private final StringBuilder text = new StringBuilder();
        private final int width;
        private final int height;

        Shares(int width, int height) {
            this.width = width;
            this.height = height;
        }

        void start(int index) {
            text.append(index);
        }

        void number(double number) {
            text.append(' ').append(Micro.text(number));
        }

        /** Loaders refuse a whole picture for one share outside of 0 to 1. */
        void point(Point point) {
            Point inside = Corners.inside(point, width, height);
            number(inside.x() / width);
            number(inside.y() / height);
        }

        void box(Box box) {
            Box inside = Corners.inside(box, width, height);
            point(new Point(inside.x() + inside.width() / 2, inside.y() + inside.height() / 2));
            point(new Point(inside.width(), inside.height()));
        }

        void extent(String classId, List<Point> points) {
            box(Corners.extent(classId, points, width, height));
        }

        void end() {
            text.append('\n');
        }

        byte[] text() {
            return text.toString().getBytes(StandardCharsets.US_ASCII);
        }
    }
}
