package io.assay.review.consensus;

import io.assay.events.Box;

/** Geometry of rectangles. */
final class Boxes {
    /** Two boxes of a class are the same thing if they overlap at least this far. */
    static final double SAME = 0.5;

    private Boxes() {}

    /** Intersection over union, 0 to 1; 0 for boxes without an area. */
    static double overlap(Box a, Box b) {
        double width = Math.min(right(a), right(b)) - Math.max(a.x(), b.x());
        double height = Math.min(bottom(a), bottom(b)) - Math.max(a.y(), b.y());
        if (!(width > 0 && height > 0)) {
            return 0;
        }
        double common = width * height;
        return common / (a.width() * a.height() + b.width() * b.height() - common);
    }

    static double right(Box box) {
        return box.x() + box.width();
    }

    static double bottom(Box box) {
        return box.y() + box.height();
    }
}
