package io.assay.truth.inference;

import java.util.Locale;

/**
 * A measurement, not a test: how far posteriors are from the batch fit's just before each refit.
 */
final class Drift {
    private static final int LABELS = 50_000;
    private static final int[] CLASSES = {2, 10, 24};

    private int compared;
    private int changed;
    private double apart;

    private Drift() {}

    public static void main(String[] arguments) {
        for (int classes : CLASSES) {
            Drift drift = new Drift();
            drift.run(classes);
            System.out.printf(
                    Locale.ROOT,
                    "%d classes: %.4f off (total variation, mean), %.2f %% of the answers others%n",
                    classes,
                    drift.apart / drift.compared,
                    100.0 * drift.changed / drift.compared);
        }
    }

    private void run(int classes) {
        ArrivingLabels stream = new ArrivingLabels(classes, LABELS, classes);
        IncrementalInference inference = new IncrementalInference(classes);
        for (int n = 0; n < LABELS; n++) {
            stream.tell(inference, n, n + 1);
            if (inference.isStale()) {
                double[][] before = posteriors(inference, stream.items());
                inference.refit();
                compare(inference, before, posteriors(inference, stream.items()));
            }
        }
    }

    private void compare(IncrementalInference inference, double[][] before, double[][] after) {
        for (int i = 0; i < before.length; i++) {
            if (inference.votes(i) > 0) {
                compared++;
                apart += distance(before[i], after[i]);
                changed += best(before[i]) == best(after[i]) ? 0 : 1;
            }
        }
    }

    private static double[][] posteriors(IncrementalInference inference, int items) {
        double[][] posteriors = new double[items][];
        for (int i = 0; i < items; i++) {
            posteriors[i] = inference.posterior(i);
        }
        return posteriors;
    }

    private static double distance(double[] one, double[] other) {
        double sum = 0;
        for (int c = 0; c < one.length; c++) {
            sum += Math.abs(one[c] - other[c]) / 2;
        }
        return sum;
    }

    private static int best(double[] posterior) {
        int best = 0;
        for (int c = 1; c < posterior.length; c++) {
            best = posterior[c] > posterior[best] ? c : best;
        }
        return best;
    }
}
