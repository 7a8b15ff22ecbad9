package io.assay.truth.shape;

import org.locationtech.jts.geom.Envelope;

/** How far areas overlap. */
final class Areas {

    private Areas() {}

    /** Intersection over union of rectangles, 0 to 1. */
    static double overlap(Envelope a, Envelope b) {
        return share(a.intersection(b).getArea(), a.getArea(), b.getArea());
    }

    /** Intersection over union, from the areas of the intersection and of both. */
    static double share(double common, double one, double other) {
        double union = one + other - common;
        return common > 0 && union > 0 ? Math.min(1, common / union) : 0;
    }
}
