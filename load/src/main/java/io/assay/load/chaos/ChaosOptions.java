package io.assay.load.chaos;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * How big a chaos.
 *
 * @param labels that each task gets at first; up to two more where they disagree
 * @param outage whether the broker and the store stand still for 30 s each, too
 * @param store program that kills the document store and brings it back; null to leave it alone
 */
public record ChaosOptions(
        int tasks,
        int labels,
        int kills,
        int workers,
        long seed,
        boolean outage,
        @Nullable String store) {

    public static final String USAGE =
            """
            usage: chaos [--tasks 5000] [--labels 3] [--kills 20] [--workers 24] [--seed N] [--outage]
                         [--mongodb URI [--store PROGRAM]] [--short]
              Starts a stack of its own, lets a simulated crowd label the tasks, kills services and the
              broker meanwhile, publishes duplicates and poison, and checks what must be true, always.
              --outage  the broker is away, and the store stands still, for 30 s each; a store that
                        this command did not start is left alone
              --mongodb the documents are in a store that is there already, not in the imitation
              --store   PROGRAM kill9 ends that store at once, PROGRAM restart brings it back:
                        it is one of those that are killed
              --short   300 tasks and 7 kills, as in ./assay test
              The in-memory store is not killed: it would forget. The kernel stays up, so that what a
              killed broker wrote is there.\
            """;

    /** As in {@code ./assay test}. */
    public static ChaosOptions brief(long seed) {
        return new ChaosOptions(300, 3, 7, 12, seed, false, null);
    }

    /**
     * @throws IllegalArgumentException if there is no such option or value
     */
    static ChaosOptions parse(List<String> arguments, long seed) {
        ChaosOptions options = new ChaosOptions(5_000, 3, 20, 24, seed, false, null);
        Deque<String> left = new ArrayDeque<>(arguments);
        while (!left.isEmpty()) {
            options = options.with(left.pop(), left);
        }
        return options;
    }

    private ChaosOptions with(String name, Deque<String> left) {
        return switch (name) {
            case "--tasks" ->
                    new ChaosOptions(
                            number(name, left), labels, kills, workers, seed, outage, store);
            case "--labels" ->
                    new ChaosOptions(
                            tasks, number(name, left), kills, workers, seed, outage, store);
            case "--kills" ->
                    new ChaosOptions(
                            tasks, labels, number(name, left), workers, seed, outage, store);
            case "--workers" ->
                    new ChaosOptions(tasks, labels, kills, number(name, left), seed, outage, store);
            case "--seed" ->
                    new ChaosOptions(
                            tasks, labels, kills, workers, number(name, left), outage, store);
            case "--outage" -> new ChaosOptions(tasks, labels, kills, workers, seed, true, store);
            case "--store" ->
                    new ChaosOptions(tasks, labels, kills, workers, seed, outage, text(name, left));
            case "--short" -> new ChaosOptions(300, 3, 7, 12, seed, outage, store);
            default ->
                    throw new IllegalArgumentException(
                            "option: " + name + " (expected: one below)");
        };
    }

    private static String text(String name, Deque<String> left) {
        if (left.isEmpty()) {
            throw new IllegalArgumentException(name + ": needs a value");
        }
        return left.pop();
    }

    private static int number(String name, Deque<String> left) {
        String value = left.isEmpty() ? "" : left.pop();
        if (!value.matches("\\d{1,8}")) {
            throw new IllegalArgumentException(
                    name + ": " + value + " (expected: a number up to 99999999)");
        }
        return Integer.parseInt(value);
    }
}
