package io.assay.truth.inference;

import java.util.Arrays;

/** The labels of one item, by number of their workers, and what is believed of it. */
final class Item {
    int truth = -1;
    int size;
    int[] workers = new int[4];
    int[] labels = new int[4];
    final double[] posterior;

    /** False if the posterior of a gold item lacks labels. */
    boolean judged = true;

    Item(int classes) {
        this.posterior = new double[classes];
        Arrays.fill(posterior, 1.0 / classes);
    }

    boolean isNew(int worker) {
        for (int n = 0; n < size; n++) {
            if (workers[n] == worker) {
                return false;
            }
        }
        return true;
    }

    void add(int worker, int label) {
        if (size == workers.length) {
            workers = Arrays.copyOf(workers, 2 * size);
            labels = Arrays.copyOf(labels, 2 * size);
        }
        workers[size] = worker;
        labels[size++] = label;
    }

    void lesson(double[] into) {
        System.arraycopy(posterior, 0, into, 0, into.length);
        if (truth >= 0) {
            Arrays.fill(into, 0);
            into[truth] = 1;
        }
    }
}
