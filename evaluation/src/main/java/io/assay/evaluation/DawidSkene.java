package io.assay.evaluation;

import io.assay.truth.inference.Labels;
import io.assay.truth.inference.Posteriors;
import io.assay.truth.inference.TruthInference;
import java.util.Arrays;

/**
 * Each worker has a confusion matrix (Dawid and Skene, Applied Statistics 28(1), 1979), by
 * expectation maximization.
 *
 * @param start accuracy before anything is known, in (0, 1)
 * @param smoothing labels that each cell of a matrix has from the start, 0 or more
 */
record DawidSkene(int iterations, double start, double smoothing) implements TruthInference {

    /** As in the comparison by Zheng et al. (PVLDB 10(5), 2017). */
    public static final DawidSkene PUBLISHED = new DawidSkene(20, 0.7, 0);

    @Override
    public Posteriors infer(Labels labels) {
        return new Posteriors(labels.classes(), new Run(labels).posterior());
    }

    private final class Run {
        private final Labels labels;
        private final int classes;

        /** By worker, label and true class. */
        private final double[] confusion;

        private final double[] prior;
        private double[] posterior;

        Run(Labels labels) {
            this.labels = labels;
            this.classes = labels.classes();
            this.confusion = new double[labels.workers() * classes * classes];
            this.prior = new double[classes];
            this.posterior = new double[labels.items() * classes];
        }

        double[] posterior() {
            begin();
            expect();
            for (int n = 1; n < iterations; n++) {
                maximize();
                expect();
            }
            return posterior;
        }

        private void begin() {
            Arrays.fill(prior, 1.0 / classes);
            for (int n = 0; n < confusion.length; n++) {
                confusion[n] = begin(n / classes % classes == n % classes);
            }
        }

        private double begin(boolean right) {
            return right ? start : (1 - start) / Math.max(1, classes - 1);
        }

        private void expect() {
            double[] logs = Arrays.stream(confusion).map(Math::log).toArray();
            double[] next = new double[posterior.length];
            for (int i = 0; i < labels.items(); i++) {
                int at = i * classes;
                for (int c = 0; c < classes; c++) {
                    next[at + c] = Math.log(prior[c]);
                }
                for (int n = labels.from(i); n < labels.to(i); n++) {
                    int row = (labels.worker(n) * classes + labels.label(n)) * classes;
                    for (int c = 0; c < classes; c++) {
                        next[at + c] += logs[row + c];
                    }
                }
                Logs.normalize(next, at, at + classes);
            }
            posterior = next;
        }

        private void maximize() {
            Arrays.fill(confusion, smoothing);
            Arrays.fill(prior, smoothing);
            for (int i = 0; i < labels.items(); i++) {
                for (int c = 0; c < classes; c++) {
                    prior[c] += posterior[i * classes + c];
                }
                for (int n = labels.from(i); n < labels.to(i); n++) {
                    int row = (labels.worker(n) * classes + labels.label(n)) * classes;
                    for (int c = 0; c < classes; c++) {
                        confusion[row + c] += posterior[i * classes + c];
                    }
                }
            }
            normalize();
        }

        private void normalize() {
            double items = Arrays.stream(prior).sum();
            for (int c = 0; c < classes; c++) {
                prior[c] = items > 0 ? prior[c] / items : 1.0 / classes;
            }
            for (int w = 0; w < labels.workers(); w++) {
                for (int c = 0; c < classes; c++) {
                    normalize(w * classes * classes + c);
                }
            }
        }

        private void normalize(int row) {
            double sum = 0;
            for (int l = 0; l < classes; l++) {
                sum += confusion[row + l * classes];
            }
            for (int l = 0; l < classes; l++) {
                int cell = row + l * classes;
                // of a class that this worker never saw the start still holds
                confusion[cell] =
                        sum > 0
                                ? confusion[cell] / sum
                                : begin(cell / classes % classes == row % classes);
            }
        }
    }
}
