package io.assay.evaluation;

import io.assay.truth.inference.AssayInference;
import io.assay.truth.inference.Gold;
import io.assay.truth.inference.Labels;
import io.assay.truth.inference.Posteriors;
import io.assay.truth.inference.TruthInference;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** Every method on all labels, and Assay's once some items are gold. */
final class MethodTable {
    static final int GOLD_DRAWS = 20;
    private static final int[] GOLDS = {50, 200};
    private static final int WARM_UPS = 3;

    private MethodTable() {}

    static void print(PrintStream out, Recording recording) {
        out.printf(
                "%n%-26s %9s %7s %9s %7s %8s %9s%n",
                "method", "accuracy", "F1", "log-loss", "ECE", "labels", "CPU time");
        methods().forEach((name, method) -> print(out, recording, name, method));
        for (int golds : GOLDS) {
            printWithGold(out, recording, golds);
        }
    }

    static Map<String, TruthInference> methods() {
        Map<String, TruthInference> methods = new LinkedHashMap<>();
        methods.put("majority", Posteriors::voteShares);
        methods.put("ZenCrowd (one-coin)", OneCoin.PUBLISHED);
        methods.put("Dawid-Skene", DawidSkene.PUBLISHED);
        methods.put("Assay", new AssayInference());
        return methods;
    }

    private static void print(
            PrintStream out, Recording recording, String name, TruthInference method) {
        Labels labels = recording.labels();
        for (int n = 0; n < WARM_UPS; n++) {
            method.infer(labels);
        }
        long start = cpuNanos();
        Posteriors posteriors = method.infer(labels);
        double millis = (cpuNanos() - start) / 1e6;
        row(out, name, Score.of(posteriors, recording.truth()), labels.size(), millis);
    }

    /** Means over random draws of the gold items, which are not scored. */
    private static void printWithGold(PrintStream out, Recording recording, int golds) {
        if (recording.known() < 2 * golds) {
            return;
        }
        double[] sums = new double[4];
        int items = 0;
        long start = cpuNanos();
        for (int draw = 0; draw < GOLD_DRAWS; draw++) {
            Score score = withGold(recording, recording.gold(golds, new Random(draw)));
            sums[0] += score.accuracy() / GOLD_DRAWS;
            sums[1] += score.f1() / GOLD_DRAWS;
            sums[2] += score.logLoss() / GOLD_DRAWS;
            sums[3] += score.ece() / GOLD_DRAWS;
            items = score.items();
        }
        double millis = (cpuNanos() - start) / 1e6 / GOLD_DRAWS;
        Score mean = new Score(sums[0], sums[1], sums[2], sums[3], items);
        row(out, "Assay, " + golds + " gold items", mean, recording.labels().size(), millis);
    }

    static Score withGold(Recording recording, Gold gold) {
        Posteriors posteriors = new AssayInference().infer(recording.labels(), gold);
        return Score.of(posteriors, recording.truth(), item -> !gold.isKnown(item));
    }

    /** Of this thread, so that a busy machine does not count. */
    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static void row(PrintStream out, String name, Score score, int labels, double millis) {
        out.printf(
                Locale.ROOT,
                "%-26s %8.2f%% %7s %9.4f %7.4f %8d %6.0f ms%n",
                name,
                100 * score.accuracy(),
                Double.isNaN(score.f1()) ? "" : "%.2f%%".formatted(100 * score.f1()),
                score.logLoss(),
                score.ece(),
                labels,
                millis);
    }
}
