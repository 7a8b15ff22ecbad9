package io.assay.events;

import org.jspecify.annotations.Nullable;

/**
 * The picture's edges.
 *
 * @param width null where unknown: then there is no far edge
 * @param height likewise
 */
record Frame(@Nullable Integer width, @Nullable Integer height) {

    /** Shapes may leave the picture by this many pixels: clients round. */
    static final double TOLERANCE = 0.5;

    private static final double MAX_SIDE = 100_000;

    boolean holds(double x, double y) {
        return within(x, width) && within(y, height);
    }

    /** Of the largest picture there may be, where this one's is unknown. */
    double diagonal() {
        return Math.hypot(
                width == null ? MAX_SIDE : width + TOLERANCE,
                height == null ? MAX_SIDE : height + TOLERANCE);
    }

    static boolean within(double from, double to, @Nullable Integer limit) {
        return within(from, limit) && within(to, limit);
    }

    /** False for what is not a number, too. */
    private static boolean within(double value, @Nullable Integer limit) {
        double far = limit == null ? Double.MAX_VALUE : limit + TOLERANCE;
        return value >= -TOLERANCE && value <= far;
    }

    @Override
    public String toString() {
        return "within "
                + (width == null ? "the edge" : width)
                + " × "
                + (height == null ? "the edge" : height);
    }
}
