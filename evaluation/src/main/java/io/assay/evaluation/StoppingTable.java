package io.assay.evaluation;

import io.assay.evaluation.Replay.Asked;
import io.assay.truth.inference.StoppingRule;
import java.io.PrintStream;
import java.util.Locale;

/** Accuracy against labels per item, as the price of a label falls. */
final class StoppingTable {
    private static final double[] PRICES = {0.02, 0.01, 0.005, 0.0035, 0.002};
    private static final double[] TARGETS = {0.9, 0.95, 0.98, 0.99, 0.995};

    private StoppingTable() {}

    static void print(PrintStream out, Recording recording, int orders) {
        out.printf("%nstopping, mean of %d random orders, gold items left out%n", orders);
        head(out, "price");
        for (double price : PRICES) {
            line(out, price, recording, rule(price), orders);
        }
        head(out, "target");
        for (double target : TARGETS) {
            line(out, target, recording, until(target), orders);
        }
    }

    private static void head(PrintStream out, String first) {
        out.printf("%-10s %26s %32s%n", "", "asking anyone", "asking who is worth it");
        out.printf("%-10s", first);
        for (Asked _ : Asked.values()) {
            out.printf(" %12s %8s %10s", "labels/item", "at once", "afterwards");
        }
        out.println();
    }

    private static void line(
            PrintStream out, double first, Recording recording, StoppingRule rule, int orders) {
        out.printf(Locale.ROOT, "%-10.4f", first);
        for (Asked asked : Asked.values()) {
            Replay mean = Replay.mean(recording, asked, rule, orders);
            out.printf(
                    Locale.ROOT,
                    " %12.2f %8.4f %10.4f",
                    mean.labels(),
                    mean.atOnce(),
                    mean.afterwards());
        }
        out.println();
    }

    /** From two labels on only the price decides: one label alone is never contradicted. */
    static StoppingRule rule(double price) {
        return new StoppingRule(1, 2, Integer.MAX_VALUE, price);
    }

    /** What labels cost does not count, only how sure the answer is. */
    static StoppingRule until(double target) {
        return new StoppingRule(target, 2, Integer.MAX_VALUE, 0);
    }
}
