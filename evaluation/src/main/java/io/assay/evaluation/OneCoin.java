package io.assay.evaluation;

import io.assay.truth.inference.Labels;
import io.assay.truth.inference.Posteriors;
import io.assay.truth.inference.TruthInference;
import java.util.Arrays;

/**
 * ZenCrowd: each worker is right with one probability, and wrong in each way alike (Demartini,
 * Difallah and Cudré-Mauroux, WWW 2012), by expectation maximization as Zheng et al. (PVLDB 10(5),
 * 2017) ran it: a uniform prior, no smoothing.
 *
 * @param start accuracy before anything is known, in (0, 1)
 */
record OneCoin(int iterations, double start) implements TruthInference {

    /** As in the comparison by Zheng et al. */
    public static final OneCoin PUBLISHED = new OneCoin(20, 0.7);

    @Override
    public Posteriors infer(Labels labels) {
        double[] accuracy = new double[labels.workers()];
        Arrays.fill(accuracy, start);
        double[] posterior = expect(labels, accuracy);
        for (int n = 1; n < iterations; n++) {
            posterior = expect(labels, maximize(labels, posterior));
        }
        return new Posteriors(labels.classes(), posterior);
    }

    private static double[] expect(Labels labels, double[] accuracy) {
        int classes = labels.classes();
        double[] right = Arrays.stream(accuracy).map(Math::log).toArray();
        double[] wrong =
                Arrays.stream(accuracy)
                        .map(p -> Math.log((1 - p) / Math.max(1, classes - 1)))
                        .toArray();
        double[] posterior = new double[labels.items() * classes];
        for (int i = 0; i < labels.items(); i++) {
            int at = i * classes;
            for (int n = labels.from(i); n < labels.to(i); n++) {
                for (int c = 0; c < classes; c++) {
                    posterior[at + c] += (c == labels.label(n) ? right : wrong)[labels.worker(n)];
                }
            }
            Logs.normalize(posterior, at, at + classes);
        }
        return posterior;
    }

    private static double[] maximize(Labels labels, double[] posterior) {
        double[] right = new double[labels.workers()];
        double[] all = new double[labels.workers()];
        for (int i = 0; i < labels.items(); i++) {
            for (int n = labels.from(i); n < labels.to(i); n++) {
                right[labels.worker(n)] += posterior[i * labels.classes() + labels.label(n)];
                all[labels.worker(n)]++;
            }
        }
        for (int w = 0; w < right.length; w++) {
            right[w] = Math.min(1, right[w] / Math.max(1, all[w]));
        }
        return right;
    }
}
