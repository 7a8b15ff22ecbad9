package io.assay.load.bench;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What to measure and how big.
 *
 * @param flags that are set
 * @param values by option, where given
 */
record BenchOptions(Set<String> flags, Map<String, String> values) {

    static final String USAGE =
            """
            usage: bench [--quick] [--only PHASE,...] [--profile] [--json FILE] [SIZES]
                   bench jmh [arguments of JMH]
              Starts a stack of its own with the optimising compiler, puts load on it through the gateway,
              and prints a table.
              PHASE      import, labels, batches, latency; all if absent
              --quick    10,000 tasks and short phases; else up to a million tasks
              --profile  records each process in each phase and prints the frames that cost most;
                         recordings and stacks stay in load/target/bench-profile
              --json     where the figures go too
              jmh        the benchmarks of the pure parts: dispatch, events, answers
            SIZES, with their defaults, and those of --quick:
              --rows 1000000 (10000)        rows of a measured import
              --labels 60000 (15000)        labels of a measured round of labels or batches
              --batch 50                    labels of one request of batches
              --rounds 3 (1)                rounds of each throughput; their median counts
              --tasks 10000,1000000 (10000) tasks open while latency is measured, one round for each
              --workers 200,1000            workers who ask meanwhile, one round for each
              --think 1000                  milliseconds that a worker spends on a picture meanwhile
              --seconds 60 (15)             of a round of latency\
            """;

    private static final Set<String> FLAGS = Set.of("--quick", "--profile");
    private static final Set<String> VALUED =
            Set.of(
                    "--only",
                    "--json",
                    "--rows",
                    "--labels",
                    "--batch",
                    "--rounds",
                    "--tasks",
                    "--workers",
                    "--think",
                    "--seconds");

    /** A part of the table. */
    enum Phase {
        IMPORT,
        LABELS,
        BATCHES,
        LATENCY
    }

    /**
     * @throws IllegalArgumentException if there is no such option or value
     */
    static BenchOptions parse(List<String> arguments) {
        Set<String> flags = new HashSet<>();
        Map<String, String> values = new HashMap<>();
        Deque<String> left = new ArrayDeque<>(arguments);
        while (!left.isEmpty()) {
            String name = left.pop();
            if (FLAGS.contains(name)) {
                flags.add(name);
            } else if (VALUED.contains(name) && !left.isEmpty()) {
                values.put(name, left.pop());
            } else {
                throw new IllegalArgumentException("option: " + name + " (expected: one below)");
            }
        }
        BenchOptions options = new BenchOptions(flags, values);
        options.check();
        return options;
    }

    /** Reads everything once, so that a mistake shows before anything is started. */
    private void check() {
        only();
        tasks();
        workers();
        Stream.of("--rows", "--labels", "--batch", "--rounds", "--think", "--seconds")
                .forEach(name -> number(name, 1, 1));
    }

    boolean quick() {
        return flags.contains("--quick");
    }

    boolean profile() {
        return flags.contains("--profile");
    }

    Optional<Path> json() {
        return Optional.ofNullable(values.get("--json")).map(Path::of);
    }

    int rows() {
        return number("--rows", 1_000_000, 10_000);
    }

    int labels() {
        return number("--labels", 60_000, 15_000);
    }

    int batch() {
        return number("--batch", 50, 50);
    }

    int rounds() {
        return number("--rounds", 3, 1);
    }

    List<Integer> tasks() {
        return numbers("--tasks", quick() ? "10000" : "10000,1000000");
    }

    List<Integer> workers() {
        return numbers("--workers", "200,1000");
    }

    int thinkMillis() {
        return number("--think", 1_000, 1_000);
    }

    int seconds() {
        return number("--seconds", 60, 15);
    }

    boolean has(Phase phase) {
        return only().isEmpty() || only().contains(phase);
    }

    int mostWorkers() {
        return Collections.max(workers());
    }

    private Set<Phase> only() {
        Set<Phase> phases = EnumSet.noneOf(Phase.class);
        Stream.ofNullable(values.get("--only"))
                .flatMap(given -> Stream.of(given.split(",")))
                .forEach(name -> phases.add(Phase.valueOf(name.toUpperCase(Locale.ROOT))));
        return phases;
    }

    private int number(String name, int full, int quick) {
        String given = values.get(name);
        return given == null ? (quick() ? quick : full) : number(name, given);
    }

    private List<Integer> numbers(String name, String usual) {
        return Stream.of(values.getOrDefault(name, usual).split(","))
                .map(one -> number(name, one))
                .toList();
    }

    private static int number(String name, String value) {
        if (!value.matches("[1-9]\\d{0,7}")) {
            throw new IllegalArgumentException(name + ": " + value + " (expected: 1 to 99999999)");
        }
        return Integer.parseInt(value);
    }
}
