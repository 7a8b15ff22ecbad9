package io.assay.formats.yolo;

import io.assay.events.Answer;
import io.assay.events.Box;
import io.assay.events.Keypoint;
import io.assay.events.KeypointInstance;
import io.assay.events.Point;
import io.assay.events.Polygon;
import io.assay.formats.data.Classes;
import io.assay.formats.data.Corners;
import io.assay.formats.data.Labelled;
import io.assay.formats.data.Micro;
import io.assay.formats.data.Visibilities;
import java.nio.charset.StandardCharsets;
import java.util.List;

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
            case Answer.Keypoints(var figures) ->
                    figures.forEach(instance -> keypoints(shares, instance));
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

    private void keypoints(Shares shares, KeypointInstance instance) {
        shares.start(classes.index(instance.classId()));
        shares.extent(instance.classId(), Corners.places(instance.points()));
        for (Keypoint point : instance.points()) {
            shares.point(new Point(point.x(), point.y()));
            shares.number(Visibilities.code(point.visibility()));
        }
        for (int i = instance.points().size(); i < mostPoints(classes); i++) {
            shares.point(new Point(0, 0));
            shares.number(0);
        }
        shares.end();
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
