package io.assay.evaluation;

import io.assay.truth.inference.Labels;
import java.util.Arrays;
import java.util.Random;

/**
 * A crowd that never was, of a kind that a seed decides: how many classes, workers and labels, how
 * rare the classes, how good, biased or careless the workers, and whether they err by themselves,
 * by how an item looks, or by how difficult it is. For holding methods out against crowds that they
 * were not made on.
 */
final class SyntheticCrowd {
    private static final int[] CLASSES = {2, 2, 2, 2, 3, 4, 4, 5, 6, 8, 10, 16, 24};
    private static final int MAX_LABELS = 20_000;

    /** How workers come to err. */
    enum Kind {
        /** Each by a confusion matrix of their own. */
        CONFUSION,
        /** Each sees an item's looks through noise; odd looks mislead all alike. */
        LOOKS,
        /** Items are difficult, and have an error that suggests itself. */
        DIFFICULTY
    }

    private final Random random;
    private final Kind kind;
    private final int classes;
    private final int workers;
    private final int items;
    private final double perItem;
    private final double careless;
    private final double[] prior;
    private final int[] truth;

    /** Mean skill, in log-odds. */
    private final double level;

    /** How much one class looks like another to everybody, in log-odds. */
    private final double[][] likeness;

    SyntheticCrowd(int seed) {
        this.random = new Random(seed * 7919L + 13);
        this.kind = Kind.values()[seed % 3];
        this.classes = CLASSES[random.nextInt(CLASSES.length)];
        this.workers = (int) between(27, 800);
        this.perItem = Math.min(between(2, 40), workers * 0.6);
        this.items = (int) Math.min(between(120, 3000), MAX_LABELS / perItem);
        this.careless = random.nextBoolean() ? 0 : 0.35 * random.nextDouble();
        this.prior = shares(classes, between(0.7, 20));
        this.truth = new int[items];
        Arrays.setAll(truth, i -> draw(prior));
        this.level = 1 + 2 * random.nextDouble() + 0.5 * Math.log(classes - 1.0);
        this.likeness = new double[classes][classes];
        for (double[] row : likeness) {
            Arrays.setAll(row, l -> 0.7 * random.nextGaussian());
        }
    }

    Kind kind() {
        return kind;
    }

    int[] truth() {
        return truth;
    }

    Labels labels() {
        Worker[] crowd = new Worker[workers];
        Arrays.setAll(crowd, w -> new Worker());
        double[][] looks = looks();
        double[] activity = shares(workers, between(0.3, 3));
        Labels.Builder builder = new Labels.Builder(items, workers, classes);
        for (int i = 0; i < items; i++) {
            int votes = Math.max(1, (int) Math.round(perItem));
            for (int n = 0; n < votes; n++) {
                int w = draw(activity);
                builder.add(i, w, crowd[w].says(looks[i], truth[i]));
            }
        }
        return builder.build();
    }

    /** What each item looks like: how much it shows of each class, in log-odds. */
    private double[][] looks() {
        double oddness = kind == Kind.CONFUSION ? 0 : between(0.3, 1.5);
        double[][] looks = new double[items][classes];
        for (int i = 0; i < items; i++) {
            if (kind == Kind.DIFFICULTY) {
                // one error suggests itself, of some items more than the truth
                int lure = random.nextInt(classes);
                looks[i][lure] += lure == truth[i] ? 0 : oddness * Math.abs(random.nextGaussian());
            } else {
                for (int c = 0; c < classes; c++) {
                    looks[i][c] = oddness * random.nextGaussian();
                }
            }
        }
        return looks;
    }

    /** Says what seems likeliest to them: a multinomial logit. */
    private final class Worker {
        private final boolean isCareless = random.nextDouble() < careless;
        private final double[] habit = shares(classes, between(0.2, 20));
        private final double own = level + random.nextGaussian();
        private final double[][] taste = new double[classes][classes];

        Worker() {
            double bias = 0.4 * random.nextDouble();
            for (double[] row : taste) {
                Arrays.setAll(row, l -> bias * random.nextGaussian());
            }
        }

        int says(double[] look, int truth) {
            if (isCareless) {
                return draw(habit);
            }
            int best = 0;
            double most = Double.NEGATIVE_INFINITY;
            for (int l = 0; l < classes; l++) {
                double seems =
                        look[l]
                                + likeness[truth][l]
                                + taste[truth][l]
                                + (l == truth ? own : 0)
                                // the noise that makes a choice a logit (Gumbel)
                                - Math.log(-Math.log(random.nextDouble()));
                if (seems > most) {
                    most = seems;
                    best = l;
                }
            }
            return best;
        }
    }

    /** Evenly on a logarithmic scale. */
    private double between(double low, double high) {
        return low * Math.pow(high / low, random.nextDouble());
    }

    /** Random shares that sum to 1, the more alike the higher the evenness. */
    private double[] shares(int count, double evenness) {
        double[] shares = new double[count];
        Arrays.setAll(shares, n -> Math.exp(random.nextGaussian() / Math.sqrt(evenness)));
        double sum = Arrays.stream(shares).sum();
        return Arrays.stream(shares).map(x -> x / sum).toArray();
    }

    private int draw(double[] shares) {
        double left = random.nextDouble();
        for (int n = 0; n < shares.length; n++) {
            left -= shares[n];
            if (left < 0) {
                return n;
            }
        }
        return shares.length - 1;
    }
}
