package io.assay.truth.inference;

import java.util.Arrays;

/** For each item the probability of each class; they sum to 1. */
public final class Posteriors {
    private final int classes;
    private final double[] values;

    /**
     * @param values item by item, of each the probabilities of all classes
     */
    public Posteriors(int classes, double[] values) {
        this.classes = classes;
        this.values = values;
    }

    /** Majority vote: each label counts the same; where there is none, all classes are alike. */
    public static Posteriors voteShares(Labels labels) {
        int classes = labels.classes();
        double[] shares = new double[labels.items() * classes];
        for (int i = 0; i < labels.items(); i++) {
            int votes = labels.to(i) - labels.from(i);
            if (votes == 0) {
                Arrays.fill(shares, i * classes, (i + 1) * classes, 1.0 / classes);
            }
            for (int n = labels.from(i); n < labels.to(i); n++) {
                shares[i * classes + labels.label(n)] += 1.0 / votes;
            }
        }
        return new Posteriors(classes, shares);
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
