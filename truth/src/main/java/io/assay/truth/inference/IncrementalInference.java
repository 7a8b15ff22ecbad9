package io.assay.truth.inference;

import java.util.Arrays;

/**
 * {@link HierarchicalDawidSkene} label by label. A label changes the posterior of its item at once,
 * and with it what is known of all who labelled that item; of the crowd as a whole, and of other
 * items, one learns at the next refit, which is the batch fit. Items and workers come into being
 * when they are first named. Not thread-safe.
 */
public final class IncrementalInference {
    private static final double GROWTH = 1.1;
    private static final int MIN_GROWTH = 50;

    private final int classes;
    private final HierarchicalDawidSkene method;
    private final double[] taught;
    private Item[] items = {};
    private int size;
    private int fitted;
    private ConfusionModel confusion;
    private double[] prior;
    private double meanAccuracy = ConfusionModel.PRIOR_ACCURACY;
    private Calibration calibration = Calibration.DEFAULT;

    /**
     * @param classes 1 or more
     */
    public IncrementalInference(int classes) {
        this.classes = classes;
        this.method = HierarchicalDawidSkene.DEFAULT;
        this.taught = new double[classes];
        this.confusion = new ConfusionModel(0, classes);
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
        if (items[item].truth == truth) {
            return;
        }
        takeBack(items[item]);
        items[item].truth = truth;
        teach(items[item]);
    }

    /** Makes an item one like any other: its truth is not known after all. */
    public void doubt(int item) {
        if (truth(item) >= 0) {
            takeBack(items[item]);
            items[item].truth = -1;
            judge(items[item]);
            teach(items[item]);
        }
    }

    /** What is known to be true of an item; -1 if nothing is. */
    public int truth(int item) {
        return item < items.length ? items[item].truth : -1;
    }

    /** Passes who gave each label of an item, and what it says. */
    public void labels(int item, IntBinaryConsumer told) {
        for (int n = 0; n < votes(item); n++) {
            told.accept(items[item].workers[n], items[item].labels[n]);
        }
    }

    /** Takes two numbers. */
    @FunctionalInterface
    public interface IntBinaryConsumer {
        void accept(int first, int second);
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
        if (it.truth >= 0 && it.size > 0) {
            addToGold(it, worker, label);
        } else {
            takeBack(it);
            it.add(worker, label);
            judge(it);
            teach(it);
        }
        size++;
        confusion.refine(worker);
        return true;
    }

    /** Gold may have thousands of labels, and a further one says nothing of the others. */
    private void addToGold(Item gold, int worker, int label) {
        gold.add(worker, label);
        gold.lesson(taught);
        confusion.count(worker, label, taught, 0, 1);
        gold.judged = false;
    }

    /** How sure of each class, calibrated; all alike for an item that nobody labelled. */
    public double[] posterior(int item) {
        double[] posterior = new double[classes];
        if (votes(item) == 0) {
            Arrays.fill(posterior, 1.0 / classes);
            return posterior;
        }
        judgeGold(items[item]);
        System.arraycopy(items[item].posterior, 0, posterior, 0, classes);
        calibration.apply(posterior, 0, classes, items[item].size);
        return posterior;
    }

    /**
     * How sure of each class one would be if these were all labels of an item, known or not; learns
     * nothing.
     *
     * @param item may be new, as workers may
     * @param by workers, each once
     * @param named by each of them
     */
    public double[] posterior(int item, int[] by, int[] named) {
        double[] posterior = prior.clone();
        double[] own = new double[classes];
        Item known = item < items.length ? items[item] : new Item(classes);
        if (known.size > 0) {
            known.lesson(own);
            Arrays.setAll(posterior, c -> Math.max(0, prior[c] - own[c]));
        }
        double[] none = new double[classes];
        for (int n = 0; n < by.length; n++) {
            makeRoom(-1, by[n]);
            confusion.weigh(by[n], named[n], known.isNew(by[n]) ? none : own, 0, posterior, 0);
            Posteriors.normalize(posterior, 0, classes);
        }
        Posteriors.normalize(posterior, 0, classes);
        calibration.apply(posterior, 0, classes, by.length);
        return posterior;
    }

    /** All but the items before this one, refitted; items are numbered from that one on. */
    public IncrementalInference without(int before) {
        IncrementalInference kept = new IncrementalInference(classes);
        for (int i = before; i < items.length; i++) {
            Item item = items[i];
            if (item.truth >= 0) {
                kept.know(i - before, item.truth);
            }
            for (int n = 0; n < item.size; n++) {
                kept.add(i - before, item.workers[n], item.labels[n]);
            }
        }
        kept.refit();
        return kept;
    }

    /** Probability that this worker's next label is right. */
    public double accuracy(int worker) {
        makeRoom(-1, worker);
        return confusion.accuracy(worker, prior);
    }

    /** Probability that a label is right, over those who gave labels until the last refit. */
    public double meanAccuracy() {
        return meanAccuracy;
    }

    /** Whether so much was added since the last refit that it is time for the next. */
    public boolean isStale() {
        return size >= GROWTH * fitted + MIN_GROWTH;
    }

    /** Afterwards everything is as by the batch fit. */
    public void refit() {
        Labels labels = labels();
        Gold gold = gold();
        HierarchicalDawidSkene.Fit fit = method.fit(labels, gold);
        confusion = fit.confusion();
        prior = fit.prior();
        for (int i = 0; i < items.length; i++) {
            for (int c = 0; c < classes; c++) {
                items[i].posterior[c] = fit.posteriors().of(i, c);
            }
            items[i].judged = true;
        }
        calibration = Calibration.learn(labels, fit.posteriors(), gold);
        confusion.clear();
        Arrays.fill(prior, 1);
        for (Item item : items) {
            teach(item);
        }
        meanAccuracy = confusion.meanAccuracy();
        fitted = size;
    }

    private Labels labels() {
        Labels.Builder builder = new Labels.Builder(items.length, confusion.workers(), classes);
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
        if (worker >= confusion.workers()) {
            confusion.grow(Math.max(worker + 1, confusion.workers() + confusion.workers() / 2));
        }
    }

    /** Of an item that is not counted at the moment. */
    private void judge(Item item) {
        System.arraycopy(prior, 0, item.posterior, 0, classes);
        Arrays.fill(taught, 0);
        for (int n = 0; n < item.size; n++) {
            confusion.weigh(item.workers[n], item.labels[n], taught, 0, item.posterior, 0);
            Posteriors.normalize(item.posterior, 0, classes);
        }
        item.judged = true;
    }

    private void judgeGold(Item item) {
        if (!item.judged) {
            takeBack(item);
            judge(item);
            teach(item);
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
            confusion.count(item.workers[n], item.labels[n], taught, 0, times);
        }
    }
}
