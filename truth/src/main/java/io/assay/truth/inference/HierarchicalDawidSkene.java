package io.assay.truth.inference;

import java.util.Arrays;

/**
 * Assay's default: Dawid and Skene's model whose workers are drawn from a {@link ConfusionModel},
 * by expectation maximization from the vote shares on. What a worker says of an item is weighed by
 * what they said of the others, so that nobody vouches for themselves.
 *
 * @param iterations few: stopping early is part of the method
 */
public record HierarchicalDawidSkene(int iterations) implements TruthInference {

    public static final HierarchicalDawidSkene DEFAULT = new HierarchicalDawidSkene(15);

    /** As sure as if labels were independent, which they are not; see {@link Calibration}. */
    @Override
    public Posteriors infer(Labels labels) {
        return fit(labels, Gold.none(labels.items())).posteriors();
    }

    /**
     * Gold items say how good the workers are; their own posteriors are as if they were not gold.
     */
    public Fit fit(Labels labels, Gold gold) {
        Fit fit = new Fit(labels, gold);
        for (int n = 0; n < iterations; n++) {
            fit.maximize();
            fit.expect();
        }
        return fit;
    }

    /** What was learned of items and workers. */
    public static final class Fit {
        private final Labels labels;
        private final Gold gold;
        private final int classes;
        private final ConfusionModel confusion;
        private final double[] prior;
        private final double[] posterior;

        /** What the crowd was taught of one item. */
        private final double[] counted;

        private Fit(Labels labels, Gold gold) {
            this.labels = labels;
            this.gold = gold;
            this.classes = labels.classes();
            this.confusion = new ConfusionModel(labels.workers(), classes);
            this.prior = new double[classes];
            this.posterior = Posteriors.voteShares(labels).values();
            this.counted = new double[classes];
        }

        public Posteriors posteriors() {
            return new Posteriors(classes, posterior);
        }

        /** Probability that a label of this worker is right, over all classes. */
        public double accuracy(int worker) {
            return confusion.accuracy(worker, prior);
        }

        ConfusionModel confusion() {
            return confusion;
        }

        /** How often each class was seen, and once more. */
        double[] prior() {
            return prior;
        }

        private void maximize() {
            Arrays.fill(prior, 1);
            confusion.clear();
            for (int i = 0; i < labels.items(); i++) {
                gold.teach(i, posterior, counted);
                for (int c = 0; c < classes && labels.from(i) < labels.to(i); c++) {
                    prior[c] += counted[c];
                }
                for (int n = labels.from(i); n < labels.to(i); n++) {
                    confusion.count(labels.worker(n), labels.label(n), counted, 0, 1);
                }
            }
            confusion.fit();
        }

        private void expect() {
            for (int i = 0; i < labels.items(); i++) {
                int at = i * classes;
                gold.teach(i, posterior, counted);
                System.arraycopy(prior, 0, posterior, at, classes);
                for (int n = labels.from(i); n < labels.to(i); n++) {
                    confusion.weigh(labels.worker(n), labels.label(n), counted, 0, posterior, at);
                    Posteriors.normalize(posterior, at, at + classes);
                }
                Posteriors.normalize(posterior, at, at + classes);
            }
        }
    }
}
