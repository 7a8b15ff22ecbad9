package io.assay.review.inference;

import java.util.Locale;
import java.util.Random;

/**
 * A measurement, not a test: the time of a batch fit and of one label, and how far the incremental
 * form gets from the batch fit until its next refit.
 */
final class InferenceBenchmark {
    private static final int CLASSES = 10;
    private static final int ITEMS = 20_000;
    private static final int WORKERS = 500;
    private static final int PER_ITEM = 5;
    private static final double ACCURACY = 0.75;
    private static final int ROUNDS = 5;

    private final int[] item = new int[ITEMS * PER_ITEM];
    private final int[] worker = new int[item.length];
    private final int[] label = new int[item.length];

    private InferenceBenchmark(long seed) {
        Random random = new Random(seed);
        for (int n = 0; n < item.length; n++) {
            // items come up one after the other, a hundred being open at a time
            item[n] = n / (100 * PER_ITEM) * 100 + random.nextInt(100);
            worker[n] = random.nextInt(WORKERS);
            boolean right = random.nextDouble() < ACCURACY;
            label[n] = right ? item[n] % CLASSES : random.nextInt(CLASSES);
        }
    }

    public static void main(String[] arguments) {
        for (int round = 0; round < ROUNDS; round++) {
            InferenceBenchmark benchmark = new InferenceBenchmark(round);
            benchmark.batch();
            benchmark.incremental();
        }
    }

    private void batch() {
        Labels labels = Labels.of(ITEMS, WORKERS, CLASSES, item, worker, label);
        long start = System.nanoTime();
        HierarchicalDawidSkene.DEFAULT.infer(labels);
        double millis = (System.nanoTime() - start) / 1e6;
        System.out.printf(Locale.ROOT, "batch fit of %d labels: %.0f ms%n", labels.size(), millis);
    }

    private void incremental() {
        IncrementalInference inference = new IncrementalInference(CLASSES);
        long nanos = 0;
        int changed = 0;
        int compared = 0;
        double apart = 0;
        for (int n = 0; n < item.length; n++) {
            long start = System.nanoTime();
            inference.add(item[n], worker[n], label[n]);
            nanos += System.nanoTime() - start;
            if (inference.isStale()) {
                double[][] before = posteriors(inference);
                inference.refit();
                double[][] after = posteriors(inference);
                for (int i = 0; i < before.length; i++) {
                    if (inference.votes(i) > 0) {
                        compared++;
                        apart += distance(before[i], after[i]);
                        changed += best(before[i]) == best(after[i]) ? 0 : 1;
                    }
                }
            }
        }
        System.out.printf(
                Locale.ROOT,
                "label: %.2f µs; before a refit posteriors are %.4f off (total variation, mean),"
                        + " %.2f %% of the answers others%n",
                nanos / 1e3 / item.length,
                apart / compared,
                100.0 * changed / compared);
    }

    private static double[][] posteriors(IncrementalInference inference) {
        double[][] posteriors = new double[ITEMS][];
        for (int i = 0; i < ITEMS; i++) {
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
