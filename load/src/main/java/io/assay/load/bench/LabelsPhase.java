package io.assay.load.bench;

import io.assay.cli.people.LoadWorker;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;

/**
 * Labels from end to end: workers lease and submit as fast as they are answered, until every task
 * of a project has its result and every label its earning.
 */
record LabelsPhase(BenchEnvironment environment, Report report) {

    /** Who work at once, if there are as many. */
    static final int WORKERS = 200;

    private static final Duration TIMEOUT = Duration.ofMinutes(10);

    /** How labels are submitted. */
    enum Way {
        ONE_BY_ONE,
        BATCHED
    }

    /**
     * What one round showed.
     *
     * @param seconds from the first request to the last result and earning
     * @param submitting seconds until the last label was acknowledged
     * @param processor seconds by process
     * @param written what was written
     */
    record Round(
            BenchProject project,
            double seconds,
            double submitting,
            PhaseCounts counts,
            Latencies toStream,
            Latencies toEarning,
            Map<String, Double> processor,
            WrittenData written) {

        double labelsPerSecond() {
            return project.labels() / seconds;
        }
    }

    /**
     * One round on a project of its own.
     *
     * @param batch most pictures of one lease, and labels of one request if they are batched
     */
    Round round(String name, Way way, int labels, int batch)
            throws IOException, InterruptedException, TimeoutException {
        BenchProject project = filled(name, labels, batch);
        environment.startProfile();
        try {
            return round(project, name, way, batch, WORKERS);
        } finally {
            environment.stopProfile(name);
        }
    }

    /** The same without a profile, by fewer workers if asked for. */
    Round warmUp(String name, Way way, int labels, int batch, int workers)
            throws IOException, InterruptedException, TimeoutException {
        return round(filled(name, labels, batch), name, way, batch, workers);
    }

    private Round round(BenchProject project, String name, Way way, int batch, int workers)
            throws IOException, InterruptedException, TimeoutException {
        PhaseCounts counts = new PhaseCounts();
        Probe probe = Probe.of(environment.probing(), environment.probes());
        try (Engines engines = environment.engines();
                ResultWatch watch = ResultWatch.of(project, environment.stack().kafkaBootstrap())) {
            StoreContents contents = engines.contents();
            Usage before = Usage.now(environment.pids());
            work(way, project, batch, workers, counts, watch);
            double submitting = Usage.now(Map.of()).wallSecondsSince(before);
            long end = watch.awaitAll(TIMEOUT);
            Usage after = Usage.now(environment.pids());
            check(name, project, counts);
            probe.close(); // else the services never come to rest
            environment.settle();
            return new Round(
                    project,
                    (end - before.nanos()) / 1e9,
                    submitting,
                    counts,
                    watch.toStream(),
                    probe.visible(),
                    after.secondsSince(before),
                    engines.written(contents, engines.contents(), rewritten(project)));
        } finally {
            probe.close();
        }
    }

    /** Each task is changed in three services; it was written before. */
    private static Map<String, Integer> rewritten(BenchProject project) {
        return Map.of(
                "assay_task.tasks", project.tasks(),
                "assay_assignment.tasks", project.tasks(),
                "assay_review.tasks", project.tasks());
    }

    private BenchProject filled(String name, int labels, int batch)
            throws IOException, InterruptedException, TimeoutException {
        int tasks = Math.ceilDiv(labels, BenchProject.LABELS_PER_TASK);
        BenchProject project =
                BenchProject.create(
                        environment.staff(), name, tasks, BenchProject.LABELS_PER_TASK, batch);
        project.fill();
        environment.settle();
        return project;
    }

    private void work(
            Way way,
            BenchProject project,
            int batch,
            int workers,
            PhaseCounts counts,
            ResultWatch watch)
            throws InterruptedException, TimeoutException {
        List<Thread> threads = new ArrayList<>();
        for (LoadWorker worker : environment.workersOf(workers)) {
            LabellingRun labelling = new LabellingRun(worker, project, batch, counts, watch);
            threads.add(
                    Thread.ofVirtual()
                            .start(
                                    switch (way) {
                                        case ONE_BY_ONE -> labelling::oneByOne;
                                        case BATCHED -> labelling::batched;
                                    }));
        }
        WorkerThreads.join(threads, TIMEOUT);
    }

    private void check(String name, BenchProject project, PhaseCounts counts) {
        if (counts.submitted() != project.labels()) {
            report.fault(
                    "%s: %,d labels (expected: %,d)"
                            .formatted(name, counts.submitted(), project.labels()));
        }
        if (!counts.refusals().isEmpty()) {
            report.fault(name + ": refused: " + counts.refusals());
        }
        if (counts.repeated() > 0) {
            report.said("%s: %,d requests sent again".formatted(name, counts.repeated()));
        }
    }
}
