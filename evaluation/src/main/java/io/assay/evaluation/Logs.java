package io.assay.evaluation;

/** Probabilities by their logarithms. */
final class Logs {
    private Logs() {}

    /** Turns logarithms into what they are of, scaled to sum to 1. */
    static void normalize(double[] values, int from, int to) {
        double highest = Double.NEGATIVE_INFINITY;
        for (int n = from; n < to; n++) {
            highest = Math.max(highest, values[n]);
        }
        double sum = 0;
        for (int n = from; n < to; n++) {
            // where nothing is possible, everything is equally likely
            values[n] = Double.isInfinite(highest) ? 1 : Math.exp(values[n] - highest);
            sum += values[n];
        }
        for (int n = from; n < to; n++) {
            values[n] /= sum;
        }
    }
}
