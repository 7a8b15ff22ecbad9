package io.assay.truth.shape;

import io.assay.events.Point;
import java.util.ArrayList;
import java.util.List;

/** Lengths of open lines, and distances between them. */
final class Lines {

    /** Points that a line is measured by. */
    private static final int SPREAD = 24;

    private Lines() {}

    static double length(List<Point> line) {
        double length = 0;
        for (int i = 1; i < line.size(); i++) {
            length += distance(line.get(i - 1), line.get(i));
        }
        return length;
    }

    /** Both ends, and points at equal steps along the line between them. */
    static List<Point> evenly(List<Point> line) {
        double step = length(line) / (SPREAD - 1);
        List<Point> points = new ArrayList<>();
        double before = 0;
        int side = 1;
        for (int i = 0; i < SPREAD - 1; i++) {
            double wanted = step * i;
            while (side < line.size() - 1
                    && before + distance(line.get(side - 1), line.get(side)) < wanted) {
                before += distance(line.get(side - 1), line.get(side));
                side++;
            }
            points.add(along(line.get(side - 1), line.get(side), wanted - before));
        }
        points.add(line.getLast());
        return points;
    }

    private static Point along(Point from, Point to, double way) {
        double length = distance(from, to);
        double share = length > 0 ? Math.min(1, way / length) : 0;
        return new Point(
                from.x() + share * (to.x() - from.x()), from.y() + share * (to.y() - from.y()));
    }

    /** Mean distance of the points to the nearest place on the line. */
    static double distance(List<Point> points, List<Point> line) {
        double sum = 0;
        for (Point point : points) {
            double nearest = Double.MAX_VALUE;
            for (int i = 1; i < line.size(); i++) {
                nearest = Math.min(nearest, squared(point, line.get(i - 1), line.get(i)));
            }
            sum += Math.sqrt(nearest);
        }
        return sum / points.size();
    }

    /** Mean distance of the points to the nearest of the others: quicker, and a little more. */
    static double roughDistance(List<Point> points, List<Point> others) {
        double sum = 0;
        for (Point point : points) {
            double nearest = Double.MAX_VALUE;
            for (Point other : others) {
                double dx = other.x() - point.x();
                double dy = other.y() - point.y();
                nearest = Math.min(nearest, dx * dx + dy * dy);
            }
            sum += Math.sqrt(nearest);
        }
        return sum / points.size();
    }

    private static double squared(Point point, Point from, Point to) {
        double dx = to.x() - from.x();
        double dy = to.y() - from.y();
        double length = dx * dx + dy * dy;
        double way =
                length > 0
                        ? ((point.x() - from.x()) * dx + (point.y() - from.y()) * dy) / length
                        : 0;
        double share = Math.clamp(way, 0, 1);
        double offX = from.x() + share * dx - point.x();
        double offY = from.y() + share * dy - point.y();
        return offX * offX + offY * offY;
    }

    private static double distance(Point a, Point b) {
        return Math.hypot(b.x() - a.x(), b.y() - a.y());
    }
}
