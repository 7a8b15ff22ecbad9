package io.assay.evaluation;

import io.assay.truth.inference.AssayInference;
import io.assay.truth.inference.Labels;
import io.assay.truth.inference.Posteriors;
import java.io.PrintStream;
import java.util.Locale;

/** What a qualification test saves by letting only those work who pass it. */
final class QualificationTable {
    private static final double[] MARKS = {0, 0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9};

    private final PrintStream out;
    private final Recording recording;
    private final Recording test;

    /** Share of right answers by worker; who did not take the test has none. */
    private final double[] marks;

    private QualificationTable(PrintStream out, Recording recording, Recording test) {
        this.out = out;
        this.recording = recording;
        this.test = test;
        this.marks = marks();
    }

    static void print(PrintStream out, Recording recording, Recording test) {
        new QualificationTable(out, recording, test).print();
    }

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

    private void print() {
        out.printf(
                "%nqualification, labels of those who pass%n%-10s %8s %12s %8s %9s %9s%n",
                "pass mark", "workers", "labels/item", "saved", "majority", "Assay");
        Row all = row(0);
        Row best = all;
        for (double mark : MARKS) {
            Row row = row(mark);
            print(row);
            if (row.isAsGoodAs(all) && row.saved > best.saved) {
                best = row;
            }
        }
        out.printf(
                Locale.ROOT,
                "saves %.1f%% of the labels at equal accuracy, with a pass mark of %.2f%n",
                100 * best.saved,
                best.mark);
    }

    /**
     * What is left with a pass mark.
     *
     * @param saved share of the labels
     */
    private record Row(
            double mark, int workers, double perItem, double saved, double majority, double assay) {

        boolean isAsGoodAs(Row other) {
            return majority >= other.majority && assay >= other.assay;
        }
    }

    private Row row(double mark) {
        Labels all = recording.labels();
        // a share of right answers is a sum of fractions
        Labels labels = recording.by(worker -> marks[worker] >= mark - 1e-9).labels();
        return new Row(
                mark,
                workers(mark),
                (double) labels.size() / labels.items(),
                1 - (double) labels.size() / all.size(),
                Score.of(Posteriors.voteShares(labels), recording.truth()).accuracy(),
                Score.of(new AssayInference().infer(labels), recording.truth()).accuracy());
    }

    private void print(Row row) {
        out.printf(
                Locale.ROOT,
                "%-10.2f %8d %12.2f %7.1f%% %8.2f%% %8.2f%%%n",
                row.mark,
                row.workers,
                row.perItem,
                100 * row.saved,
                100 * row.majority,
                100 * row.assay);
    }

    private int workers(double mark) {
        int workers = 0;
        for (double one : marks) {
            workers += one >= mark - 1e-9 ? 1 : 0;
        }
        return workers;
    }
}
