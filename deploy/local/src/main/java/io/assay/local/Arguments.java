package io.assay.local;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Command line arguments: {@code --name value} options, {@code --name} flags, and the rest. */
record Arguments(Map<String, String> options, List<String> rest) {

    static Arguments parse(List<String> arguments, Set<String> valued, Set<String> flags) {
        Map<String, String> options = new HashMap<>();
        List<String> rest = new ArrayList<>();
        Deque<String> left = new ArrayDeque<>(arguments);
        while (!left.isEmpty()) {
            String argument = left.pop();
            if (flags.contains(argument)) {
                options.put(argument, "");
            } else if (valued.contains(argument)) {
                if (left.isEmpty()) {
                    throw new UsageError(argument + ": needs a value");
                }
                options.put(argument, left.pop());
            } else if (argument.startsWith("-")) {
                throw new UsageError(
                        "option: " + argument + " (expected: " + known(valued, flags) + ")");
            } else {
                rest.add(argument);
            }
        }
        return new Arguments(options, rest);
    }

    private static String known(Set<String> valued, Set<String> flags) {
        List<String> known = new ArrayList<>(valued);
        known.addAll(flags);
        return known.isEmpty() ? "none" : String.join(", ", known.stream().sorted().toList());
    }

    boolean has(String flag) {
        return options.containsKey(flag);
    }

    Optional<String> value(String option) {
        return Optional.ofNullable(options.get(option));
    }

    String required(String option) {
        return value(option).orElseThrow(() -> new UsageError(option + ": missing"));
    }

    int port(String option) {
        return Integer.parseInt(required(option));
    }

    Path path(String option) {
        return Path.of(required(option));
    }
}
