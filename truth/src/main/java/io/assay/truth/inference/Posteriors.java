package io.assay.truth.inference;

/** For each item the probability of each class; they sum to 1. */
public final class Posteriors {
    private final int classes;
    private final double[] values;

    Posteriors(int classes, double[] values) {
        this.classes = classes;
        this.values = values;
    }

    public int items() {
        return values.length / classes;
    }

    public int classes() {
        return classes;
    }

    public double of(int item, int named) {
        return values[item * classes + named];
    }

    /** The likeliest class, of equals the first. */
    public int best(int item) {
        int best = 0;
        for (int c = 1; c < classes; c++) {
            if (of(item, c) > of(item, best)) {
                best = c;
            }
        }
        return best;
    }

    /** Probability of the likeliest class. */
    public double confidence(int item) {
        return of(item, best(item));
    }

    /** Scales what may be small but is not negative to sum to 1. */
    static void normalize(double[] values, int from, int to) {
        double sum = 0;
        for (int n = from; n < to; n++) {
            sum += values[n];
        }
        for (int n = from; n < to; n++) {
            values[n] = sum > 0 ? values[n] / sum : 1.0 / (to - from);
        }
    }

    double[] values() {
        return values;
    }
}
