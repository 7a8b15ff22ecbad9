package io.assay.truth.inference;

import java.util.Arrays;
import org.apache.commons.numbers.gamma.Digamma;

/**
 * What each worker of a crowd says who sees a class, learned from labels whose truth is known by a
 * probability. Worker <i>w</i> is expected to say <i>l</i> of class <i>c</i> in proportion to
 *
 * <pre>M(c,l) · exp(skill(w) if l = c) · exp(bias(w,l))</pre>
 *
 * where <i>M</i> is the crowd's mean confusion, and skills and biases are drawn from normal
 * distributions around 0. The actual rates scatter around that: of being right as a Beta
 * distribution, of each error as a Dirichlet distribution, with strengths that the crowd shares. So
 * a worker with few labels has the crowd's matrix, soon turned to their skill and bias, and one
 * with many labels has their own. Variances and strengths follow from the labels (empirical Bayes).
 */
final class ConfusionModel {
    /** Labels that the crowd gave of each class before any is known. */
    private static final double PRIOR_RIGHT = 4;

    private static final double PRIOR_WRONG = 1;
    static final double PRIOR_ACCURACY = PRIOR_RIGHT / (PRIOR_RIGHT + PRIOR_WRONG);

    /** Labels that outweigh what all classes have in common. */
    private static final double POOLING = 100;

    private static final double STARTING_STRENGTH = 10;
    private static final double MAX_STRENGTH = 1000;
    private static final double SKILL_VARIANCE = 1;
    private static final double BIAS_VARIANCE = 0.25;
    private static final double MAX_VARIANCE = 4;

    /** Newton's steps on all parameters at once overshoot; so each goes this far only. */
    private static final double DAMPING = 0.7;

    private static final int STEPS = 3;
    private static final double MIN_COUNTED = 1e-3;
    private static final double MIN_SHARE = 1e-6;
    private static final double MIN_ACCURACY = 1e-4;

    private final int classes;
    private int workers;

    /** Expected labels by worker, label and true class. */
    private double[] counts;

    /** Sums of them by worker and true class. */
    private double[] totals;

    /**
     * What a worker is expected to say before any label is counted, by worker, label and true
     * class.
     */
    private double[] expected;

    private double[] skill;
    private double[] bias;

    /** The crowd's confusion by label and true class. */
    private final double[] pooled;

    /** Of the worker who is looked at, as factors of their odds. */
    private double skillOdds = 1;

    private final double[] biasOdds;

    private double skillVariance = SKILL_VARIANCE;
    private double biasVariance = BIAS_VARIANCE;
    private double strength = STARTING_STRENGTH;
    private double errorStrength = STARTING_STRENGTH;

    ConfusionModel(int workers, int classes) {
        this.classes = classes;
        this.workers = workers;
        this.counts = new double[workers * classes * classes];
        this.totals = new double[workers * classes];
        this.expected = new double[counts.length];
        this.skill = new double[workers];
        this.bias = new double[workers * classes];
        this.pooled = new double[classes * classes];
        this.biasOdds = new double[classes];
        pool();
        for (int w = 0; w < workers; w++) {
            expect(w);
        }
    }

    int workers() {
        return workers;
    }

    int classes() {
        return classes;
    }

    /** Makes room for more workers, of whom nothing is known. */
    void grow(int to) {
        int from = workers;
        workers = to;
        counts = Arrays.copyOf(counts, to * classes * classes);
        totals = Arrays.copyOf(totals, to * classes);
        expected = Arrays.copyOf(expected, to * classes * classes);
        skill = Arrays.copyOf(skill, to);
        bias = Arrays.copyOf(bias, to * classes);
        for (int w = from; w < to; w++) {
            expect(w);
        }
    }

    void clear() {
        Arrays.fill(counts, 0);
        Arrays.fill(totals, 0);
    }

    /**
     * @param weights by class, from an index on
     * @param times 1, or -1 to take back what was counted
     */
    void count(int worker, int label, double[] weights, int from, double times) {
        int row = (worker * classes + label) * classes;
        int sums = worker * classes;
        for (int c = 0; c < classes; c++) {
            double weight = times * weights[from + c];
            counts[row + c] += weight;
            totals[sums + c] += weight;
        }
    }

    /**
     * Multiplies by how likely it is that the worker says this of each class, as far as other
     * labels tell: this one is counted with the weights given, which are left out.
     */
    void weigh(int worker, int label, double[] counted, int from, double[] into, int at) {
        int row = (worker * classes + label) * classes;
        for (int c = 0; c < classes; c++) {
            into[at + c] *= likelihood(worker, label, c, row + c, counted[from + c]);
        }
    }

    private double likelihood(int worker, int label, int c, int cell, double own) {
        int rightCell = (worker * classes + c) * classes + c;
        double accuracy = expected[rightCell];
        double all = Math.max(0, totals[worker * classes + c] - own);
        if (label == c) {
            return (strength * accuracy + Math.max(0, counts[cell] - own)) / (strength + all);
        }
        double wrong = Math.max(0, all - counts[rightCell]);
        double said = Math.clamp(counts[cell] - own, 0, wrong);
        return (strength * (1 - accuracy) + wrong)
                / (strength + all)
                * (errorStrength * expected[cell] / (1 - accuracy) + said)
                / (errorStrength + wrong);
    }

    /** The mean over all classes of the worker's probability to be right, weighted by class. */
    double accuracy(int worker, double[] classWeights) {
        double sum = 0;
        double weights = 0;
        for (int c = 0; c < classes; c++) {
            int cell = (worker * classes + c) * classes + c;
            sum += classWeights[c] * likelihood(worker, c, c, cell, 0);
            weights += classWeights[c];
        }
        return sum / weights;
    }

    /** Share of what is counted that is right. */
    double meanAccuracy() {
        double right = PRIOR_RIGHT;
        for (int w = 0; w < workers; w++) {
            for (int c = 0; c < classes; c++) {
                right += counts[(w * classes + c) * classes + c];
            }
        }
        return right / (Arrays.stream(totals).sum() + PRIOR_RIGHT + PRIOR_WRONG);
    }

    /** Learns everything from what is counted. */
    void fit() {
        pool();
        double skills = SKILL_VARIANCE;
        double biases = BIAS_VARIANCE * classes;
        int active = 1;
        double[] curvature = new double[classes + 1];
        for (int w = 0; w < workers; w++) {
            boolean known = isCounted(w);
            for (int n = 0; n < STEPS && known; n++) {
                step(w, curvature);
            }
            expect(w);
            if (known) {
                active++;
                skills += square(skill[w]) + 1 / curvature[classes];
                for (int l = 0; l < classes; l++) {
                    biases += square(bias[w * classes + l]) + 1 / curvature[l];
                }
            }
        }
        skillVariance = Math.min(MAX_VARIANCE, skills / active);
        biasVariance = Math.min(MAX_VARIANCE, biases / active / classes);
        fitStrengths();
    }

    /** Learns one worker's skill and bias a little better: for use between two fits. */
    void refine(int worker) {
        step(worker, new double[classes + 1]);
        expect(worker);
    }

    private boolean isCounted(int worker) {
        double sum = 0;
        for (int c = 0; c < classes; c++) {
            sum += totals[worker * classes + c];
        }
        return sum > MIN_COUNTED;
    }

    private void pool() {
        Arrays.fill(pooled, 0);
        for (int n = 0; n < counts.length; n++) {
            pooled[n % pooled.length] += Math.max(0, counts[n]);
        }
        double accuracy = meanAccuracy();
        for (int c = 0; c < classes; c++) {
            pool(c, accuracy);
        }
    }

    /**
     * Labels of one item err together, so many labels of few items tell little of a class: its
     * accuracy shrinks toward that over all classes, and its errors toward all being alike.
     */
    private void pool(int c, double accuracy) {
        double right = pooled[c * classes + c];
        double wrong = 0;
        for (int l = 0; l < classes; l++) {
            wrong += l == c ? 0 : pooled[l * classes + c];
        }
        double share = (right + POOLING * accuracy) / (right + wrong + POOLING);
        for (int l = 0; l < classes; l++) {
            int cell = l * classes + c;
            double alike = POOLING / Math.max(1, classes - 1);
            pooled[cell] =
                    l == c ? share : (1 - share) * (pooled[cell] + alike) / (wrong + POOLING);
        }
    }

    /** The crowd's confusion turned to the skill and the bias of a worker. */
    private void expect(int w) {
        turnTo(w);
        for (int c = 0; c < classes; c++) {
            expect(w, c);
        }
    }

    private void turnTo(int w) {
        skillOdds = Math.exp(skill[w]);
        for (int l = 0; l < classes; l++) {
            biasOdds[l] = Math.exp(bias[w * classes + l]);
        }
    }

    private void expect(int w, int c) {
        int row = w * classes * classes + c;
        double wrong = 0;
        for (int l = 0; l < classes; l++) {
            double p = pooled[l * classes + c] * biasOdds[l];
            expected[row + l * classes] = p;
            wrong += l == c ? 0 : p;
        }
        double right = expected[row + c * classes] * skillOdds;
        double accuracy = Math.clamp(right / (right + wrong), MIN_ACCURACY, 1 - MIN_ACCURACY);
        for (int l = 0; l < classes; l++) {
            double share = Math.max(MIN_SHARE, expected[row + l * classes] / wrong);
            expected[row + l * classes] = l == c ? accuracy : (1 - accuracy) * share;
        }
    }

    /** One step up the slope of the posterior of skill and biases. */
    private void step(int w, double[] curvature) {
        double[] slope = new double[classes + 1];
        slope[classes] = -skill[w] / skillVariance;
        curvature[classes] = 1 / skillVariance;
        for (int l = 0; l < classes; l++) {
            slope[l] = -bias[w * classes + l] / biasVariance;
            curvature[l] = 1 / biasVariance;
        }
        turnTo(w);
        for (int c = 0; c < classes; c++) {
            if (totals[w * classes + c] > MIN_COUNTED) {
                expect(w, c);
                addSlope(w, c, slope, curvature);
            }
        }
        for (int l = 0; l < classes; l++) {
            bias[w * classes + l] += bounded(slope[l] / curvature[l]);
        }
        skill[w] += bounded(slope[classes] / curvature[classes]);
    }

    private void addSlope(int w, int c, double[] slope, double[] curvature) {
        int row = w * classes * classes + c;
        double all = totals[w * classes + c];
        for (int l = 0; l < classes; l++) {
            double p = expected[row + l * classes];
            double excess = counts[row + l * classes] - all * p;
            double certainty = all * p * (1 - p);
            slope[l] += excess;
            curvature[l] += certainty;
            if (l == c) {
                slope[classes] += excess;
                curvature[classes] += certainty;
            }
        }
    }

    private static double bounded(double step) {
        return DAMPING * Math.clamp(step, -1, 1);
    }

    /** Minka's fixed point ("Estimating a Dirichlet distribution", 2000) for a known mean. */
    private void fitStrengths() {
        double[] right = new double[2];
        double[] wrong = new double[2];
        for (int w = 0; w < workers; w++) {
            for (int c = 0; c < classes; c++) {
                if (totals[w * classes + c] > MIN_COUNTED) {
                    addGains(w, c, right, wrong);
                }
            }
        }
        strength = next(strength, right);
        errorStrength = next(errorStrength, wrong);
    }

    private void addGains(int w, int c, double[] ofRight, double[] ofError) {
        int row = w * classes * classes + c;
        double accuracy = expected[row + c * classes];
        double all = totals[w * classes + c];
        double right = Math.max(0, counts[row + c * classes]);
        double wrong = Math.max(0, all - right);
        ofRight[0] += gain(accuracy, strength, right) + gain(1 - accuracy, strength, wrong);
        ofRight[1] += gain(1, strength, all);
        if (classes > 2 && wrong > MIN_COUNTED) {
            ofError[1] += gain(1, errorStrength, wrong);
            for (int l = 0; l < classes; l++) {
                if (l != c) {
                    double share = expected[row + l * classes] / (1 - accuracy);
                    ofError[0] += gain(share, errorStrength, counts[row + l * classes]);
                }
            }
        }
    }

    private static double gain(double share, double strength, double by) {
        double from = share * strength;
        return by > MIN_SHARE ? share * (Digamma.value(from + by) - Digamma.value(from)) : 0;
    }

    private static double next(double strength, double[] gains) {
        return gains[1] > MIN_SHARE
                ? Math.clamp(strength * gains[0] / gains[1], 1, MAX_STRENGTH)
                : strength;
    }

    private static double square(double x) {
        return x * x;
    }
}
