package io.assay.review.inference;

import java.util.Arrays;

/**
 * {@link HierarchicalDawidSkene} label by label. A label changes the posterior of its item at once,
 * and with it what is known of all who labelled that item; of the crowd as a whole, and of other
 * items, one learns at the next refit, which is the batch fit. Items and workers come into being
 * when they are first named. Not thread-safe.
 */
public final class IncrementalInference {
    private static final double GROWTH = 1.2;
    private static final int LEAST_GROWTH = 50;

    private final int classes;
    private final HierarchicalDawidSkene method;
    private final double[] taught;
    private Item[] items = {};
    private int size;
    private int fitted;
    private Crowd crowd;
    private double[] prior;
    private double meanAccuracy = Crowd.PRIOR_ACCURACY;
    private Calibration calibration = Calibration.DEFAULT;

    /**
     * @param classes 1 or more
     */
    public IncrementalInference(int classes) {
        this.classes = classes;
        this.method = HierarchicalDawidSkene.DEFAULT;
        this.taught = new double[classes];
        this.crowd = new Crowd(0, classes);
        this.prior = new double[classes];
        Arrays.fill(prior, 1);
    }

    /** Labels so far. */
    public int size() {
        return size;
    }

    /** Labels of one item. */
    public int votes(int item) {
        return item < items.length ? items[item].size : 0;
    }

    /** Makes an item gold: who labels it is judged by the truth. */
    public void know(int item, int truth) {
        makeRoom(item, -1);
        takeBack(items[item]);
        items[item].truth = truth;
        teach(items[item]);
    }

    /** Returns whether it is new: of several labels by one worker for one item the first counts. */
    public boolean add(int item, int worker, int label) {
        if (label < 0 || label >= classes) {
            throw new IllegalArgumentException(
                    "label: %d (expected: >= 0 and < %d)".formatted(label, classes));
        }
        makeRoom(item, worker);
        Item it = items[item];
        if (!it.isNew(worker)) {
            return false;
        }
        takeBack(it);
        it.add(worker, label);
        size++;
        judge(it);
        teach(it);
        crowd.refine(worker);
        return true;
    }

    /** How sure of each class, calibrated; all alike for an item that nobody labelled. */
    public double[] posterior(int item) {
        double[] posterior = new double[classes];
        if (votes(item) == 0) {
            Arrays.fill(posterior, 1.0 / classes);
            return posterior;
        }
        System.arraycopy(items[item].posterior, 0, posterior, 0, classes);
        calibration.apply(posterior, 0, classes, items[item].size);
        return posterior;
    }

    /** Probability that this worker's next label is right. */
    public double accuracy(int worker) {
        makeRoom(-1, worker);
        return crowd.accuracy(worker, prior);
    }

    /** Probability that a label is right, over those who gave labels until the last refit. */
    public double meanAccuracy() {
        return meanAccuracy;
    }

    /** Whether so much was added since the last refit that it is time for the next. */
    public boolean isStale() {
        return size >= GROWTH * fitted + LEAST_GROWTH;
    }

    /** Afterwards everything is as by the batch fit. */
    public void refit() {
        Labels labels = labels();
        Gold gold = gold();
        HierarchicalDawidSkene.Fit fit = method.fit(labels, gold);
        crowd = fit.crowd();
        prior = fit.prior();
        for (int i = 0; i < items.length; i++) {
            for (int c = 0; c < classes; c++) {
                items[i].posterior[c] = fit.posteriors().of(i, c);
            }
        }
        calibration = Calibration.learn(labels, fit.posteriors(), gold);
        crowd.clear();
        Arrays.fill(prior, 1);
        for (Item item : items) {
            teach(item);
        }
        meanAccuracy = crowd.meanAccuracy();
        fitted = size;
    }

    private Labels labels() {
        Labels.Builder builder = new Labels.Builder(items.length, crowd.workers(), classes);
        for (int i = 0; i < items.length; i++) {
            for (int n = 0; n < items[i].size; n++) {
                builder.add(i, items[i].workers[n], items[i].labels[n]);
            }
        }
        return builder.build();
    }

    private Gold gold() {
        return Gold.of(Arrays.stream(items).mapToInt(item -> item.truth).toArray());
    }

    private void makeRoom(int item, int worker) {
        int known = items.length;
        if (item >= known) {
            items = Arrays.copyOf(items, Math.max(item + 1, known + known / 2));
            for (int i = known; i < items.length; i++) {
                items[i] = new Item(classes);
            }
        }
        if (worker >= crowd.workers()) {
            crowd.grow(Math.max(worker + 1, crowd.workers() + crowd.workers() / 2));
        }
    }

    private void judge(Item item) {
        System.arraycopy(prior, 0, item.posterior, 0, classes);
        Arrays.fill(taught, 0);
        for (int n = 0; n < item.size; n++) {
            crowd.weigh(item.workers[n], item.labels[n], taught, 0, item.posterior, 0);
            Posteriors.normalize(item.posterior, 0, classes);
        }
    }

    private void teach(Item item) {
        count(item, 1);
    }

    private void takeBack(Item item) {
        count(item, -1);
    }

    private void count(Item item, double times) {
        if (item.size == 0) {
            return;
        }
        item.lesson(taught);
        for (int c = 0; c < classes; c++) {
            prior[c] += times * taught[c];
        }
        for (int n = 0; n < item.size; n++) {
            crowd.count(item.workers[n], item.labels[n], taught, 0, times);
        }
    }

    private static final class Item {
        private int truth = -1;
        private int size;
        private int[] workers = new int[4];
        private int[] labels = new int[4];
        private final double[] posterior;

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
}
