package io.assay.truth.shape;

/**
 * A habit of drawing edges too far to one side: tightly, generously, with or without the shadow. As
 * shares of the width and height; over 0 is too far right or too far down.
 */
public record EdgeBias(double left, double top, double right, double bottom) {

    public static final EdgeBias NONE = new EdgeBias(0, 0, 0, 0);

    /** A habit is not larger; what is off by more was no habit but a slip. */
    private static final double MAX_SHARE = 0.2;

    public EdgeBias plus(EdgeBias other) {
        return new EdgeBias(
                left + other.left, top + other.top, right + other.right, bottom + other.bottom);
    }

    public EdgeBias times(double factor) {
        return new EdgeBias(left * factor, top * factor, right * factor, bottom * factor);
    }

    public EdgeBias bounded() {
        return new EdgeBias(bounded(left), bounded(top), bounded(right), bounded(bottom));
    }

    private static double bounded(double share) {
        return Math.clamp(share, -MAX_SHARE, MAX_SHARE);
    }
}
