package io.assay.truth.shape;

import io.assay.events.Box;
import io.assay.events.Point;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** An area by its outline, and how far it overlaps with others. */
final class Outline {

    private static final GeometryFactory FACTORY = new GeometryFactory();

    /** Rows that are looked at where an overlap need not be exact. */
    private static final int ROWS = 32;

    private final Coordinate[] ring;
    private final Polygon polygon;
    private final double area;

    /**
     * @param ring the last is the first
     */
    private Outline(Coordinate[] ring) {
        this.ring = ring;
        this.polygon = FACTORY.createPolygon(ring);
        this.area = polygon.getArea();
    }

    /**
     * @param points at least three
     */
    static Outline of(List<Point> points) {
        Coordinate[] ring = new Coordinate[points.size() + 1];
        for (int i = 0; i < ring.length; i++) {
            Point point = points.get(i % points.size());
            ring[i] = new Coordinate(point.x(), point.y());
        }
        return new Outline(ring);
    }

    /** RotatedBox clockwise, as y grows downwards. */
    static Outline of(Box box) {
        double angle = Math.toRadians(box.degrees());
        double halfWidth = box.width() / 2;
        double halfHeight = box.height() / 2;
        Coordinate[] ring = new Coordinate[5];
        for (int i = 0; i < ring.length; i++) {
            double x = i % 4 == 0 || i == 3 ? -halfWidth : halfWidth;
            double y = i % 4 < 2 ? -halfHeight : halfHeight;
            ring[i] =
                    new Coordinate(
                            box.x() + halfWidth + x * Math.cos(angle) - y * Math.sin(angle),
                            box.y() + halfHeight + x * Math.sin(angle) + y * Math.cos(angle));
        }
        return new Outline(ring);
    }

    Envelope bounds() {
        return polygon.getEnvelopeInternal();
    }

    Coordinate corner(int place) {
        return ring[place];
    }

    /**
     * Intersection over union, 0 to 1. Where even the greatest possible intersection is far from
     * the same, nothing is worked out: the result is then 0.
     */
    double overlap(Outline other) {
        if (isFarFrom(other)) {
            return 0;
        }
        if (Arrays.equals(ring, other.ring)) {
            return 1;
        }
        double common =
                OverlayNGRobust.overlay(polygon, other.polygon, OverlayNG.INTERSECTION).getArea();
        return Areas.share(common, area, other.area);
    }

    /** The same to about a hundredth, from the lengths of some rows: some twenty times as fast. */
    double roughOverlap(Outline other) {
        if (isFarFrom(other)) {
            return 0;
        }
        if (Arrays.equals(ring, other.ring)) {
            return 1;
        }
        double top = Math.max(bounds().getMinY(), other.bounds().getMinY());
        double bottom = Math.min(bounds().getMaxY(), other.bounds().getMaxY());
        double step = (bottom - top) / ROWS;
        double[] mine = new double[ring.length];
        double[] theirs = new double[other.ring.length];
        double common = 0;
        for (int row = 0; row < ROWS; row++) {
            double y = top + (row + 0.5) * step;
            common += common(mine, crossings(y, mine), theirs, other.crossings(y, theirs)) * step;
        }
        return Areas.share(Math.min(common, Math.min(area, other.area)), area, other.area);
    }

    private boolean isFarFrom(Outline other) {
        double most =
                Math.min(
                        Math.min(area, other.area),
                        bounds().intersection(other.bounds()).getArea());
        return Areas.share(most, area, other.area) < Shape.SAME / 2;
    }

    /** Where the outline crosses a row, in order; returns how often, which is even. */
    private int crossings(double y, double[] found) {
        int count = 0;
        for (int i = 1; i < ring.length; i++) {
            Coordinate a = ring[i - 1];
            Coordinate b = ring[i];
            if ((a.y <= y) != (b.y <= y)) {
                found[count++] = a.x + (y - a.y) / (b.y - a.y) * (b.x - a.x);
            }
        }
        Arrays.sort(found, 0, count);
        return count;
    }

    /** Length that is inside of both: from the first crossing to the second, and so on. */
    private static double common(double[] a, int ofA, double[] b, int ofB) {
        double length = 0;
        int i = 0;
        int j = 0;
        while (i < ofA && j < ofB) {
            length += Math.max(0, Math.min(a[i + 1], b[j + 1]) - Math.max(a[i], b[j]));
            if (a[i + 1] < b[j + 1]) {
                i += 2;
            } else {
                j += 2;
            }
        }
        return length;
    }
}
