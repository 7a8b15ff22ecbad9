package io.assay.load.bench;

import io.assay.load.bench.BenchOptions.Phase;
import io.assay.load.bench.LabelsPhase.Way;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;

/** All phases, those first that leave little behind. */
final class Bench {

    private static final int WARM_UP_LABELS = 12_000;
    private static final int WARM_UP_ROWS = 10_000;

    /** Of the first round: as many as usual would wait beyond all limits for cold services. */
    private static final int FIRST_WORKERS = 16;

    private static final int FIRST_LABELS = 3_000;

    /** Eight processes with optimising compilers of their own take minutes to settle. */
    private static final int MAX_WARM_UPS = 8;

    /** Warm is what gets faster by less than this from one round to the next. */
    private static final double STILL_WARMING = 1.05;

    private static final int MAX_PIPED_ROWS = 100_000;

    private final BenchEnvironment environment;
    private final BenchOptions options;
    private final Report report;

    Bench(BenchEnvironment environment, BenchOptions options, Report report) {
        this.environment = environment;
        this.options = options;
        this.report = report;
    }

    /**
     * @throws TimeoutException if something that should come does not
     */
    void run() throws IOException, InterruptedException, TimeoutException {
        if (options.has(Phase.LABELS)) {
            labels("labels one by one", Way.ONE_BY_ONE, LatencyPhase.BATCH);
        }
        if (options.has(Phase.BATCHES)) {
            labels("labels in batches", Way.BATCHED, options.batch());
        }
        if (options.has(Phase.IMPORT)) {
            imports();
        }
        if (options.has(Phase.LATENCY)) {
            latencies();
        }
    }

    private void labels(String name, Way way, int batch)
            throws IOException, InterruptedException, TimeoutException {
        LabelsPhase phase = new LabelsPhase(environment, report);
        String file = name.replace(' ', '-');
        warmUp(phase, name, way, batch);
        List<LabelsPhase.Round> rounds = new ArrayList<>();
        for (int i = 1; i <= options.rounds(); i++) {
            rounds.add(phase.round(file + "-" + i, way, options.labels(), batch));
            report.said(
                    "%s: round %d, %,.0f labels a second"
                            .formatted(name, i, rounds.getLast().labelsPerSecond()));
        }
        LabelsPhase.Round median = Median.by(rounds, LabelsPhase.Round::labelsPerSecond);
        int workers = environment.workersOf(LabelsPhase.WORKERS).size();
        double piped = median.project().labels() / baseline(median.written());
        report.add(ResultTables.labels(name, workers, median, rounds.size(), piped));
        report.add(ResultTables.written(name, median.written(), median.project().labels()));
        report.add(ResultTables.processes(environment, name, median.seconds(), median.processor()));
    }

    private void warmUp(LabelsPhase phase, String name, Way way, int batch)
            throws IOException, InterruptedException, TimeoutException {
        warmUp(phase, name, way, FIRST_LABELS, batch, FIRST_WORKERS);
        double before = 0;
        for (int i = 1; i <= maxWarmUps(); i++) {
            double rate = warmUp(phase, name, way, WARM_UP_LABELS, batch, LabelsPhase.WORKERS);
            if (rate < STILL_WARMING * before) {
                return;
            }
            before = rate;
        }
    }

    private double warmUp(LabelsPhase phase, String name, Way way, int most, int batch, int workers)
            throws IOException, InterruptedException, TimeoutException {
        int labels = Math.min(most, options.labels());
        double rate =
                phase.warmUp(name + ", warm-up", way, labels, batch, workers).labelsPerSecond();
        report.said("%s: warmed up with %,d labels, %,.0f a second".formatted(name, labels, rate));
        return rate;
    }

    private int maxWarmUps() {
        return options.quick() ? 1 : MAX_WARM_UPS;
    }

    private void imports() throws IOException, InterruptedException, TimeoutException {
        ImportPhase phase = new ImportPhase(environment);
        ImportPhase.Round first =
                phase.round("warm-up-import", Math.min(WARM_UP_ROWS, options.rows()));
        report.said(
                "import: warmed up with %,d rows, %,.0f a second"
                        .formatted(first.project().tasks(), first.rowsPerSecond()));
        ImportPhase.Round round = phase.round("import", options.rows());
        double share = Math.min(1, (double) MAX_PIPED_ROWS / options.rows());
        double piped = options.rows() * share / baseline(round.written().share(share));
        report.add(ResultTables.imports(round, piped));
        report.add(ResultTables.written("import", round.written(), options.rows()));
        report.add(ResultTables.processes(environment, "import", round.ready(), round.processor()));
    }

    /** Twice, as the first time warms up. */
    private double baseline(WrittenData written) throws InterruptedException {
        try (EngineBaseline baseline = environment.baseline()) {
            baseline.seconds(written);
            return baseline.seconds(written);
        }
    }

    private void latencies() throws IOException, InterruptedException, TimeoutException {
        LatencyPhase phase =
                new LatencyPhase(environment, options.thinkMillis(), options.seconds());
        List<LatencyPhase.Round> rounds = new ArrayList<>();
        for (int open : options.tasks()) {
            BenchProject project = open(open, phase);
            for (int workers : options.workers()) {
                String name = "latency-%d-tasks-%d-workers".formatted(open, workers);
                LatencyPhase.Round round = phase.round(name, project, open, workers);
                rounds.add(round);
                report.said(
                        "latency: %,d tasks, %,d workers, %,.0f labels a second"
                                .formatted(open, workers, round.labelsPerSecond()));
                if (!round.counts().refusals().isEmpty()) {
                    report.fault(name + ": refused: " + round.counts().refusals());
                }
            }
        }
        report.add(ResultTables.latencies(rounds));
        LatencyPhase.Round last = rounds.getLast();
        report.add(
                ResultTables.processes(
                        environment,
                        "latency, %,d tasks, %,d workers".formatted(last.open(), last.workers()),
                        options.seconds(),
                        last.processor()));
    }

    /** A project that still has so many tasks open when all rounds are over. */
    private BenchProject open(int open, LatencyPhase phase)
            throws IOException, InterruptedException, TimeoutException {
        int labels = options.workers().stream().mapToInt(phase::labelsOf).sum();
        int tasks = open + Math.ceilDiv(labels, BenchProject.LABELS_PER_TASK);
        BenchProject project =
                BenchProject.create(
                        environment.staff(),
                        "%,d open".formatted(open),
                        tasks,
                        BenchProject.LABELS_PER_TASK,
                        LatencyPhase.BATCH);
        project.fill();
        environment.settle();
        return project;
    }
}
