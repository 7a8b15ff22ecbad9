package io.assay.review.evaluate;

import io.assay.review.inference.StoppingRule;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Optional;

/** Accuracy against labels per item, as the price of a label falls. */
final class StoppingTable {
    private static final double[] PRICES = {0.03, 0.02, 0.014, 0.01, 0.007, 0.005, 0.0035, 0.002};

    private StoppingTable() {}

    static void print(PrintStream out, Recording recording, int orders) {
        out.printf(
                "%nstopping, mean of %d random orders, 30 gold items left out%n%-10s %14s %10s %12s%n",
                orders, "price", "labels/item", "at once", "afterwards");
        for (double price : PRICES) {
            Replay mean = Replay.mean(recording, Optional.empty(), rule(price), orders);
            out.printf(
                    Locale.ROOT,
                    "%-10.4f %14.2f %10.4f %12.4f%n",
                    price,
                    mean.labels(),
                    mean.atOnce(),
                    mean.afterwards());
        }
    }

    /** Without a target and a maximum: only the price tells. */
    static StoppingRule rule(double price) {
        return new StoppingRule(1, 1, Integer.MAX_VALUE, price);
    }
}
