package io.assay.evaluation;

import io.assay.truth.inference.Posteriors;
import java.util.function.IntPredicate;

/**
 * How a posterior compares with the truth, over the items scored.
 *
 * @param accuracy share of items whose likeliest class is the true one
 * @param f1 of class 1, if there are two classes, else NaN
 * @param logLoss mean, in nats; no probability counts as less than 1e-15
 * @param ece expected calibration error: ten bins of equal width by confidence
 * @param items scored
 */
record Score(double accuracy, double f1, double logLoss, double ece, int items) {
    private static final int BINS = 10;
    private static final double MIN_PROBABILITY = 1e-15;

    static Score of(Posteriors posteriors, int[] truth) {
        return of(posteriors, truth, item -> true);
    }

    /** Items of unknown truth (-1) are never scored. */
    static Score of(Posteriors posteriors, int[] truth, IntPredicate scored) {
        int items = 0;
        int right = 0;
        double logLoss = 0;
        int[] ofTwo = new int[4];
        double[] excess = new double[BINS];
        for (int i = 0; i < truth.length; i++) {
            if (truth[i] >= 0 && scored.test(i)) {
                int best = posteriors.best(i);
                int hit = best == truth[i] ? 1 : 0;
                items++;
                right += hit;
                logLoss -= Math.log(Math.max(MIN_PROBABILITY, posteriors.of(i, truth[i])));
                double confidence = posteriors.of(i, best);
                excess[Math.min(BINS - 1, (int) (confidence * BINS))] += confidence - hit;
                ofTwo[2 * Math.min(1, truth[i]) + Math.min(1, best)]++;
            }
        }
        double n = Math.max(1, items);
        return new Score(
                right / n,
                posteriors.classes() == 2 ? f1(ofTwo) : Double.NaN,
                logLoss / n,
                sumOfSizes(excess) / n,
                items);
    }

    private static double f1(int[] ofTwo) {
        return 2.0 * ofTwo[3] / Math.max(1, 2 * ofTwo[3] + ofTwo[1] + ofTwo[2]);
    }

    private static double sumOfSizes(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += Math.abs(value);
        }
        return sum;
    }
}
