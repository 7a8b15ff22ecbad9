package io.assay.formats.data;

import io.assay.events.Box;
import io.assay.events.Keypoint;
import io.assay.events.Point;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Boxes by their corners. */
public final class Corners {

    private Corners() {}

    /** From the top left one of the box before it was turned, clockwise. */
    public static List<Point> of(Box box) {
        double x = box.width() / 2;
        double y = box.height() / 2;
        return List.of(
                corner(box, -x, -y), corner(box, x, -y), corner(box, x, y), corner(box, -x, y));
    }

    /** What is so far from its centre before it is turned. */
    private static Point corner(Box box, double dx, double dy) {
        Point turned = turned(dx, dy, box.degrees());
        return new Point(
                box.x() + box.width() / 2 + turned.x(), box.y() + box.height() / 2 + turned.y());
    }

    /** Clockwise as seen, since y points down. */
    public static Point turned(double x, double y, double degrees) {
        if (degrees == 0) {
            return new Point(x, y);
        }
        double sin = Math.sin(Math.toRadians(degrees));
        double cos = Math.cos(Math.toRadians(degrees));
        return new Point(x * cos - y * sin, x * sin + y * cos);
    }

    /** The box that has these four corners, in this order or the opposite one. */
    public static Box box(String classId, List<Point> corners) throws BadEntry {
        Point a = corners.get(0);
        Point b = corners.get(1);
        Point c = corners.get(2);
        Point d = corners.get(3);
        double one = Math.hypot(c.x() - a.x(), c.y() - a.y());
        double other = Math.hypot(d.x() - b.x(), d.y() - b.y());
        double apart = Math.hypot(a.x() + c.x() - b.x() - d.x(), a.y() + c.y() - b.y() - d.y());
        double tolerance = 2 + 0.02 * Math.max(one, other);
        if (Math.abs(one - other) > tolerance || apart > tolerance) {
            throw BadEntry.unexpected("corners", shown(corners), "those of a rectangle");
        }
        double width = Math.hypot(b.x() - a.x(), b.y() - a.y());
        double height = Math.hypot(c.x() - b.x(), c.y() - b.y());
        return around(
                classId,
                (a.x() + b.x() + c.x() + d.x()) / 4,
                (a.y() + b.y() + c.y() + d.y()) / 4,
                width,
                height,
                Math.toDegrees(Math.atan2(b.y() - a.y(), b.x() - a.x())));
    }

    private static String shown(List<Point> points) {
        return points.stream()
                .map(p -> "(%s, %s)".formatted(Micro.round(p.x()), Micro.round(p.y())))
                .collect(Collectors.joining(" "));
    }

    /** The box around a centre. */
    public static Box around(
            String classId, double x, double y, double width, double height, double degrees) {
        return new Box(
                classId,
                Micro.round(x - width / 2),
                Micro.round(y - height / 2),
                Micro.round(width),
                Micro.round(height),
                Micro.rotation(degrees),
                Map.of());
    }

    /** The upright box around points; empty for none. */
    public static Box hull(String classId, List<Point> points) {
        double left = points.stream().mapToDouble(Point::x).min().orElse(0);
        double top = points.stream().mapToDouble(Point::y).min().orElse(0);
        double right = points.stream().mapToDouble(Point::x).max().orElse(0);
        double bottom = points.stream().mapToDouble(Point::y).max().orElse(0);
        return new Box(classId, left, top, right - left, bottom - top);
    }

    /**
     * The upright box around points, a pixel wide and high at least, as loaders refuse less.
     *
     * @param width of the picture, null where unknown
     * @param height likewise
     */
    public static Box extent(
            String classId, List<Point> points, @Nullable Integer width, @Nullable Integer height) {
        Box hull = hull(classId, points);
        double wide = Math.max(1, hull.width());
        double high = Math.max(1, hull.height());
        return new Box(
                classId,
                start(hull.x() - (wide - hull.width()) / 2, wide, width),
                start(hull.y() - (high - hull.height()) / 2, high, height),
                wide,
                high);
    }

    private static double start(double start, double length, @Nullable Integer limit) {
        double last = limit == null ? start : Math.min(start, limit - length);
        return Math.max(0, last);
    }

    /** The part of an upright box that lies in the picture. */
    public static Box inside(Box box, int width, int height) {
        double left = Math.clamp(box.x(), 0, width);
        double top = Math.clamp(box.y(), 0, height);
        boolean fits =
                left == box.x()
                        && top == box.y()
                        && box.x() + box.width() <= width
                        && box.y() + box.height() <= height;
        return fits
                ? box
                : new Box(
                        box.classId(),
                        left,
                        top,
                        Math.clamp(box.x() + box.width(), 0, width) - left,
                        Math.clamp(box.y() + box.height(), 0, height) - top,
                        null,
                        box.attributes());
    }

    /** The nearest place in the picture. */
    public static Point inside(Point point, int width, int height) {
        return new Point(Math.clamp(point.x(), 0, width), Math.clamp(point.y(), 0, height));
    }

    /** Itself if it is upright, else the upright box around it. */
    public static Box upright(Box box) {
        return box.degrees() == 0 ? box : hull(box.classId(), of(box));
    }

    /** The places of those that are there. */
    public static List<Point> places(List<Keypoint> keypoints) {
        return keypoints.stream()
                .filter(point -> point.visibility() != Keypoint.Visibility.ABSENT)
                .map(point -> new Point(point.x(), point.y()))
                .toList();
    }

    /** What an outline encloses, in square pixels. */
    public static double area(List<Point> outline) {
        double twice = 0;
        for (int i = 0; i < outline.size(); i++) {
            Point a = outline.get(i);
            Point b = outline.get((i + 1) % outline.size());
            twice += a.x() * b.y() - b.x() * a.y();
        }
        return Math.abs(twice) / 2;
    }
}
