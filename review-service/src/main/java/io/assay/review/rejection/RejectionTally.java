package io.assay.review.rejection;

/**
 * Verdicts counted.
 *
 * @param rejected of {@code judged}
 */
record RejectionTally(double rejected, double judged) {
    static final RejectionTally NONE = new RejectionTally(0, 0);

    /** Half of it is forgotten when it gets large: what is usual may change slowly. */
    private static final double MAX_JUDGED = 5_000;

    RejectionTally plus(boolean isRejected) {
        RejectionTally next = new RejectionTally(rejected + (isRejected ? 1 : 0), judged + 1);
        return next.judged > MAX_JUDGED
                ? new RejectionTally(next.rejected / 2, next.judged / 2)
                : next;
    }
}
