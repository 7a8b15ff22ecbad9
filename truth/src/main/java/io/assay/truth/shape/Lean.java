package io.assay.truth.shape;

/**
 * A habit of drawing edges too far to one side: tightly, generously, with or without the shadow. As
 * shares of the width and height; over 0 is too far right or too far down.
 */
public record Lean(double left, double top, double right, double bottom) {

    public static final Lean NONE = new Lean(0, 0, 0, 0);

    /** A habit is not larger; what is off by more was no habit but a slip. */
    private static final double MOST = 0.2;

    public Lean plus(Lean other) {
        return new Lean(
                left + other.left, top + other.top, right + other.right, bottom + other.bottom);
    }

    public Lean times(double factor) {
        return new Lean(left * factor, top * factor, right * factor, bottom * factor);
    }

    public Lean bounded() {
        return new Lean(bounded(left), bounded(top), bounded(right), bounded(bottom));
    }

    private static double bounded(double share) {
        return Math.clamp(share, -MOST, MOST);
    }
}
