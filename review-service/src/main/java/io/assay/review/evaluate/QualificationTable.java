package io.assay.review.evaluate;

import io.assay.review.evaluate.Replay.Asked;
import io.assay.review.inference.AssayInference;
import io.assay.review.inference.Labels;
import io.assay.review.inference.MajorityVote;

import java.io.PrintStream;
import java.util.Locale;
import java.util.Optional;

/**
 * What a qualification test saves: by letting only those work who pass it, and by knowing from it
 * whose labels are worth asking for.
 */
final class QualificationTable {
    private static final double[] MARKS = {0, 0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9};
    private static final double[] PRICES = {0.02, 0.014, 0.01, 0.007, 0.005, 0.0035};

    private final PrintStream out;
    private final Recording recording;
    private final Recording test;
    private final double[] marks;

    private QualificationTable(PrintStream out, Recording recording, Recording test) {
        this.out = out;
        this.recording = recording;
        this.test = test;
        this.marks = marks();
    }

    static void print(PrintStream out, Recording recording, Recording test, int orders) {
        QualificationTable table = new QualificationTable(out, recording, test);
        table.printExclusion();
        table.printPrices(orders);
    }

    /** Share of right answers by worker; who did not take the test has none. */
    private double[] marks() {
        Labels answers = test.labels();
        double[] right = new double[recording.labels().workers()];
        for (int i = 0; i < answers.items(); i++) {
            for (int n = answers.from(i); n < answers.to(i); n++) {
                int worker = recording.workerIn(test, answers.worker(n));
                if (worker >= 0 && answers.label(n) == test.truth()[i]) {
                    right[worker] += 1.0 / answers.items();
                }
            }
        }
        return right;
    }

    private void printExclusion() {
        out.printf(
                "%nqualification, only those who pass%n%-10s %8s %12s %8s %9s %9s%n",
                "pass mark", "workers", "labels/item", "saved", "majority", "Assay");
        double all = recording.labels().size();
        for (double mark : MARKS) {
            // a share of right answers is a sum of fractions
            Recording passed = recording.by(worker -> marks[worker] >= mark - 1e-9);
            Labels labels = passed.labels();
            out.printf(
                    Locale.ROOT,
                    "%-10.2f %8d %12.2f %7.1f%% %8.2f%% %8.2f%%%n",
                    mark,
                    workers(mark),
                    (double) labels.size() / labels.items(),
                    100 * (1 - labels.size() / all),
                    100 * Score.of(new MajorityVote().infer(labels), recording.truth()).accuracy(),
                    100
                            * Score.of(new AssayInference().infer(labels), recording.truth())
                                    .accuracy());
        }
    }

    private int workers(double mark) {
        int workers = 0;
        for (double one : marks) {
            workers += one >= mark - 1e-9 ? 1 : 0;
        }
        return workers;
    }

    private void printPrices(int orders) {
        out.printf(
                "%nqualification, test answers tell whose labels are worth their price%n"
                        + "%-10s %14s %10s %14s %10s%n",
                "price", "without: lab.", "accuracy", "with: labels", "accuracy");
        for (double price : PRICES) {
            Replay without =
                    Replay.mean(
                            recording,
                            Asked.WHO_IS_WORTH_IT,
                            Optional.empty(),
                            StoppingTable.rule(price),
                            orders);
            Replay with =
                    Replay.mean(
                            recording,
                            Asked.WHO_IS_WORTH_IT,
                            Optional.of(test),
                            StoppingTable.rule(price),
                            orders);
            out.printf(
                    Locale.ROOT,
                    "%-10.4f %14.2f %10.4f %14.2f %10.4f%n",
                    price,
                    without.labels(),
                    without.afterwards(),
                    with.labels(),
                    with.afterwards());
        }
    }
}
