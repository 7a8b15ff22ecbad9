package io.assay.truth.inference;

/**
 * Turns a posterior that takes labels for independent into one that is as sure as it is right.
 * Labels of one item err together, so <i>n</i> of them are worth <i>n / (1 + ρ(n − 1))</i> (Kish's
 * design effect, Survey Sampling, 1965); and a share of items is decided against all evidence, by
 * unclear rules or a wrong truth:
 *
 * <pre>(1 − lapse) · p^(sharpness / (1 + ρ(n − 1))) + lapse / K</pre>
 *
 * Neither changes which class is the likeliest. Without gold the values are those that served many
 * crowds; with gold the two that maximize its likelihood under a prior around these.
 *
 * @param sharpness over 0
 * @param lapse 0 to 1
 */
public record Calibration(double sharpness, double lapse) {

    /** Of crowds whose gold is not known. */
    public static final Calibration DEFAULT = new Calibration(1, 0.01);

    private static final double CORRELATION = 0.2;
    private static final double[] LAPSES = {
        0.0025, 0.005, 0.01, 0.02, 0.03, 0.045, 0.06, 0.08, 0.1
    };
    private static final double MAX_SHARPNESS = 3;
    private static final double MIN_SHARPNESS = 0.1;
    private static final double FINENESS = 1.15;

    /** Standard deviations of the logarithms, before gold is known. */
    private static final double SHARPNESS_SPREAD = 1;

    private static final double LAPSE_SPREAD = 1;

    /** Learned from those items that are gold and have labels. */
    public static Calibration learn(Labels labels, Posteriors posteriors, Gold gold) {
        Calibration best = DEFAULT;
        double most = Double.NEGATIVE_INFINITY;
        for (double sharpness = MIN_SHARPNESS; sharpness < MAX_SHARPNESS; sharpness *= FINENESS) {
            double[] right = new double[gold.size()];
            int golds = sharpened(labels, posteriors, gold, sharpness, right);
            for (double lapse : LAPSES) {
                Calibration one = new Calibration(sharpness, lapse);
                double fit = one.logPrior() + one.logLikelihood(right, golds, labels.classes());
                if (fit > most && golds > 0) {
                    most = fit;
                    best = one;
                }
            }
        }
        return best;
    }

    /** What each gold item's true class is given; returns of how many items. */
    private static int sharpened(
            Labels labels, Posteriors posteriors, Gold gold, double sharpness, double[] right) {
        Calibration sharp = new Calibration(sharpness, 0);
        double[] row = new double[labels.classes()];
        int golds = 0;
        for (int i = 0; i < labels.items(); i++) {
            int votes = labels.to(i) - labels.from(i);
            if (gold.isKnown(i) && votes > 0) {
                System.arraycopy(posteriors.values(), i * row.length, row, 0, row.length);
                sharp.apply(row, 0, row.length, votes);
                right[golds++] = row[gold.truth(i)];
            }
        }
        return golds;
    }

    private double logPrior() {
        double sharp = Math.log(sharpness / DEFAULT.sharpness) / SHARPNESS_SPREAD;
        double lapsed = Math.log(lapse / DEFAULT.lapse) / LAPSE_SPREAD;
        return -(sharp * sharp + lapsed * lapsed) / 2;
    }

    private double logLikelihood(double[] right, int golds, int classes) {
        double sum = 0;
        for (int n = 0; n < golds; n++) {
            sum += Math.log((1 - lapse) * right[n] + lapse / classes);
        }
        return sum;
    }

    /** A new posterior for each item. */
    public Posteriors apply(Labels labels, Posteriors posteriors) {
        double[] values = posteriors.values().clone();
        int classes = labels.classes();
        for (int i = 0; i < labels.items(); i++) {
            apply(values, i * classes, (i + 1) * classes, labels.to(i) - labels.from(i));
        }
        return new Posteriors(classes, values);
    }

    /**
     * @param votes labels of the item, 0 or more
     */
    void apply(double[] values, int from, int to, int votes) {
        double power = sharpness / (1 + CORRELATION * Math.max(0, votes - 1));
        double highest = 0;
        for (int n = from; n < to; n++) {
            highest = Math.max(highest, values[n]);
        }
        double sum = 0;
        for (int n = from; n < to; n++) {
            values[n] = Math.pow(values[n] / highest, power);
            sum += values[n];
        }
        for (int n = from; n < to; n++) {
            values[n] = (1 - lapse) * values[n] / sum + lapse / (to - from);
        }
    }
}
