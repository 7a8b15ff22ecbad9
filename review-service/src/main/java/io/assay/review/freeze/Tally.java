package io.assay.review.freeze;

/**
 * Verdicts counted.
 *
 * @param rejected of {@code judged}
 */
record Tally(double rejected, double judged) {
    static final Tally NONE = new Tally(0, 0);

    /** Half of it is forgotten when it gets large: what is usual may change slowly. */
    private static final double MOST = 5_000;

    Tally plus(boolean isRejected) {
        Tally next = new Tally(rejected + (isRejected ? 1 : 0), judged + 1);
        return next.judged > MOST ? new Tally(next.rejected / 2, next.judged / 2) : next;
    }
}
