package io.assay.truth.inference;

import java.util.Random;

/** Labels of a crowd that never was, as they come: a hundred items are open at a time. */
final class ArrivingLabels {
    private static final int WORKERS = 500;
    private static final int PER_ITEM = 5;
    private static final int OPEN = 100;
    private static final double ACCURACY = 0.75;

    private final int classes;
    private final int[] item;
    private final int[] worker;
    private final int[] label;

    ArrivingLabels(int classes, int labels, long seed) {
        Random random = new Random(seed);
        this.classes = classes;
        this.item = new int[labels];
        this.worker = new int[labels];
        this.label = new int[labels];
        for (int n = 0; n < labels; n++) {
            item[n] = n / (OPEN * PER_ITEM) * OPEN + random.nextInt(OPEN);
            worker[n] = random.nextInt(WORKERS);
            boolean right = random.nextDouble() < ACCURACY;
            label[n] = right ? item[n] % classes : random.nextInt(classes);
        }
    }

    int items() {
        return (item.length / (OPEN * PER_ITEM) + 1) * OPEN;
    }

    Labels labels(int first) {
        Labels.Builder builder = new Labels.Builder(items(), WORKERS, classes);
        for (int n = 0; n < first; n++) {
            builder.add(item[n], worker[n], label[n]);
        }
        return builder.build();
    }

    /** Adds labels from one number to another; returns the sum of what was believed of each. */
    double tell(IncrementalInference inference, int from, int to) {
        double sum = 0;
        for (int n = from; n < to; n++) {
            inference.add(item[n], worker[n], label[n]);
            sum += inference.posterior(item[n])[label[n]];
        }
        return sum;
    }
}
