package io.assay.evaluation;

import java.util.Arrays;

/** How far stated probabilities come true: log-loss, and the expected calibration error. */
final class Reliability {
    private static final int BINS = 10;

    /** Who was sure and wrong is not lost forever. */
    private static final double MIN_PROBABILITY = 1e-6;

    private final double[] stated = new double[BINS];
    private final double[] came = new double[BINS];
    private double loss;
    private int count;

    void add(double probability, boolean happened) {
        int bin = Math.min(BINS - 1, (int) (probability * BINS));
        stated[bin] += probability;
        came[bin] += happened ? 1 : 0;
        loss -= Math.log(Math.max(MIN_PROBABILITY, happened ? probability : 1 - probability));
        count++;
    }

    double logLoss() {
        return count == 0 ? 0 : loss / count;
    }

    /** Mean distance of what was stated from what came true, over tenths of the scale. */
    double error() {
        double[] off = new double[BINS];
        Arrays.setAll(off, bin -> Math.abs(stated[bin] - came[bin]));
        return count == 0 ? 0 : Arrays.stream(off).sum() / count;
    }
}
