package io.assay.load.bench;

import io.assay.load.Numbers;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What to measure and how big. */
final class BenchOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--quick",
            description = "10,000 tasks and short phases; else up to a million tasks")
    private boolean quick;

    @Option(
            names = "--only",
            split = ",",
            paramLabel = "PHASE",
            description = "of import, labels, batches, latency; all if absent")
    private List<Phase> only = List.of();

    @Option(
            names = "--profile",
            description =
                    "records each process in each phase and prints the frames that cost most;"
                            + " recordings and stacks stay in load/target/bench-profile")
    private boolean profile;

    @Option(names = "--json", paramLabel = "FILE", description = "where the figures go too")
    private @Nullable Path json;

    @Option(
            names = "--rows",
            paramLabel = "1000000",
            description = "rows of a measured import (--quick: 10000)")
    private @Nullable Integer rows;

    @Option(
            names = "--labels",
            paramLabel = "60000",
            description = "labels of a measured round of labels or batches (--quick: 15000)")
    private @Nullable Integer labels;

    @Option(names = "--batch", paramLabel = "50", description = "labels of one request of batches")
    private @Nullable Integer batch;

    @Option(
            names = "--rounds",
            paramLabel = "3",
            description = "rounds of each throughput; their median counts (--quick: 1)")
    private @Nullable Integer rounds;

    @Option(
            names = "--think",
            paramLabel = "1000",
            description = "milliseconds that a worker spends on a picture meanwhile")
    private @Nullable Integer think;

    @Option(
            names = "--seconds",
            paramLabel = "60",
            description = "of a round of latency (--quick: 15)")
    private @Nullable Integer seconds;

    @Option(
            names = "--tasks",
            split = ",",
            splitSynopsisLabel = ",",
            paramLabel = "N",
            description =
                    "tasks open while latency is measured, one round for each; 10000,1000000"
                            + " (--quick: 10000)")
    private @Nullable List<Integer> tasks;

    @Option(
            names = "--workers",
            split = ",",
            splitSynopsisLabel = ",",
            paramLabel = "N",
            description = "workers who ask meanwhile, one round for each; 200,1000")
    private @Nullable List<Integer> workers;

    /** A part of the table. */
    enum Phase {
        IMPORT,
        LABELS,
        BATCHES,
        LATENCY
    }

    /** Reads everything once, so that a mistake shows before anything is started. */
    void check() {
        rows();
        labels();
        batch();
        rounds();
        thinkMillis();
        seconds();
        tasks();
        workers();
    }

    boolean quick() {
        return quick;
    }

    boolean profile() {
        return profile;
    }

    @Nullable Path json() {
        return json;
    }

    int rows() {
        return number("--rows", rows, 1_000_000, 10_000);
    }

    int labels() {
        return number("--labels", labels, 60_000, 15_000);
    }

    int batch() {
        return number("--batch", batch, 50, 50);
    }

    int rounds() {
        return number("--rounds", rounds, 3, 1);
    }

    int thinkMillis() {
        return number("--think", think, 1_000, 1_000);
    }

    int seconds() {
        return number("--seconds", seconds, 60, 15);
    }

    List<Integer> tasks() {
        return numbers("--tasks", tasks, quick ? List.of(10_000) : List.of(10_000, 1_000_000));
    }

    List<Integer> workers() {
        return numbers("--workers", workers, List.of(200, 1_000));
    }

    boolean has(Phase phase) {
        return only.isEmpty() || only.contains(phase);
    }

    int maxWorkers() {
        return Collections.max(workers());
    }

    private int number(String name, @Nullable Integer given, int full, int less) {
        return Numbers.of(spec, name, given, quick ? less : full, 1, Numbers.MAX);
    }

    private List<Integer> numbers(String name, @Nullable List<Integer> given, List<Integer> usual) {
        return Objects.requireNonNullElse(given, usual).stream()
                .map(one -> Numbers.of(spec, name, one, one, 1, Numbers.MAX))
                .toList();
    }
}
