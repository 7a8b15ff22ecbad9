package io.assay.truth.inference;

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

    static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    static double logit(double p) {
        return Math.log(p / (1 - p));
    }

    /** Derivative of the logarithm of the gamma function, for x over 0. */
    static double digamma(double x) {
        double result = 0;
        double y = x;
        while (y < 6) {
            result -= 1 / y;
            y++;
        }
        double r = 1 / (y * y);
        // asymptotic series, Abramowitz & Stegun 6.3.18
        return result
                + Math.log(y)
                - 0.5 / y
                - r * (1.0 / 12 - r * (1.0 / 120 - r * (1.0 / 252 - r / 240)));
    }
}
