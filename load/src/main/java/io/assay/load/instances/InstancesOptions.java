package io.assay.load.instances;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * How big a proof.
 *
 * @param labels that each task gets at first
 * @param instances of assignment-service, 2 to 6
 */
record InstancesOptions(int tasks, int labels, int instances, int workers, long seed) {

    static final String USAGE =
            """
            usage: instances [--tasks 1500] [--labels 3] [--instances 3] [--workers 24] [--seed N]
              Starts a stack of its own with several instances of assignment-service, lets a simulated crowd
              label the tasks, kills one instance (SIGKILL) under load, starts it again later, and
              prints the reconciliation: nothing lost, nothing handed out twice.\
            """;

    /**
     * @throws IllegalArgumentException if there is no such option or value
     */
    static InstancesOptions parse(List<String> arguments, long seed) {
        InstancesOptions options = new InstancesOptions(1_500, 3, 3, 24, seed);
        Deque<String> left = new ArrayDeque<>(arguments);
        while (!left.isEmpty()) {
            options = options.with(left.pop(), left);
        }
        return options;
    }

    private InstancesOptions with(String name, Deque<String> left) {
        return switch (name) {
            case "--tasks" ->
                    new InstancesOptions(
                            number(name, left, 1, 1_000_000), labels, instances, workers, seed);
            case "--labels" ->
                    new InstancesOptions(
                            tasks, number(name, left, 1, 23), instances, workers, seed);
            case "--instances" ->
                    new InstancesOptions(tasks, labels, number(name, left, 2, 6), workers, seed);
            case "--workers" ->
                    new InstancesOptions(
                            tasks, labels, instances, number(name, left, 2, 999), seed);
            case "--seed" ->
                    new InstancesOptions(
                            tasks, labels, instances, workers, number(name, left, 0, 99_999_999));
            default ->
                    throw new IllegalArgumentException(
                            "option: " + name + " (expected: one below)");
        };
    }

    private static int number(String name, Deque<String> left, int least, int most) {
        String value = left.isEmpty() ? "" : left.pop();
        int number = value.matches("\\d{1,8}") ? Integer.parseInt(value) : -1;
        if (number < least || number > most) {
            throw new IllegalArgumentException(
                    "%s: %s (expected: %d to %d)".formatted(name, value, least, most));
        }
        return number;
    }
}
