package io.assay.review.shape;

import io.assay.events.Box;
import io.assay.events.Point;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** Areas by their outlines, and how far they overlap. */
final class Areas {

    private static final GeometryFactory FACTORY = new GeometryFactory();

    private Areas() {}

    /**
     * @param outline at least three points
     */
    static Geometry of(List<Point> outline) {
        Coordinate[] ring = new Coordinate[outline.size() + 1];
        for (int i = 0; i < ring.length; i++) {
            Point point = outline.get(i % outline.size());
            ring[i] = new Coordinate(point.x(), point.y());
        }
        return FACTORY.createPolygon(ring);
    }

    /** Turned clockwise, as y grows downwards. */
    static Geometry of(Box box) {
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
        return FACTORY.createPolygon(ring);
    }

    /**
     * Intersection over union, 0 to 1. Where even the greatest possible intersection is far from
     * the same, nothing is worked out: the result is then 0.
     */
    static double overlap(Geometry a, Geometry b) {
        double most =
                Math.min(
                        Math.min(a.getArea(), b.getArea()),
                        a.getEnvelopeInternal().intersection(b.getEnvelopeInternal()).getArea());
        if (share(most, a.getArea(), b.getArea()) < Shape.SAME / 2) {
            return 0;
        }
        if (a.equalsExact(b)) {
            return 1;
        }
        double common = OverlayNGRobust.overlay(a, b, OverlayNG.INTERSECTION).getArea();
        return share(common, a.getArea(), b.getArea());
    }

    /** Intersection over union of rectangles, 0 to 1. */
    static double overlap(Envelope a, Envelope b) {
        return share(a.intersection(b).getArea(), a.getArea(), b.getArea());
    }

    static double share(double common, double one, double other) {
        double union = one + other - common;
        return common > 0 && union > 0 ? Math.min(1, common / union) : 0;
    }
}
