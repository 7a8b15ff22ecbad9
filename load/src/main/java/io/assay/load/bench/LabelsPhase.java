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
record LabelsPhase(BenchEnvironment site, Report report) {

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
     * @param cargo what was written
     */
    record Round(
            BenchProject project,
            double seconds,
            double submitting,
            PhaseCounts tally,
            Latencies toStream,
            Latencies toEarning,
            Map<String, Double> processor,
            WrittenData cargo) {

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
        site.startProfile();
        try {
            return round(project, name, way, batch, WORKERS);
        } finally {
            site.stopProfile(name);
        }
    }

    /** The same without a profile, by fewer workers if asked for. */
    Round warmUp(String name, Way way, int labels, int batch, int workers)
            throws IOException, InterruptedException, TimeoutException {
        return round(filled(name, labels, batch), name, way, batch, workers);
    }

    private Round round(BenchProject project, String name, Way way, int batch, int workers)
            throws IOException, InterruptedException, TimeoutException {
        PhaseCounts tally = new PhaseCounts();
        Probe probe = Probe.of(site.probing(), site.probes());
        try (Engines engines = site.engines();
                ResultWatch watch = ResultWatch.of(project, site.stack().kafkaBootstrap())) {
            StoreContents stock = engines.stock();
            Usage before = Usage.now(site.pids());
            work(way, project, batch, workers, tally, watch);
            double submitting = Usage.now(Map.of()).wallSecondsSince(before);
            long end = watch.awaitAll(TIMEOUT);
            Usage after = Usage.now(site.pids());
            check(name, project, tally);
            probe.close(); // else the services never come to rest
            site.settle();
            return new Round(
                    project,
                    (end - before.nanos()) / 1e9,
                    submitting,
                    tally,
                    watch.toStream(),
                    probe.visible(),
                    after.secondsSince(before),
                    engines.cargo(stock, engines.stock(), rewritten(project)));
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
                BenchProject.create(site.staff(), name, tasks, BenchProject.LABELS_PER_TASK, batch);
        project.fill();
        site.settle();
        return project;
    }

    private void work(
            Way way,
            BenchProject project,
            int batch,
            int workers,
            PhaseCounts tally,
            ResultWatch watch)
            throws InterruptedException, TimeoutException {
        List<Thread> threads = new ArrayList<>();
        for (LoadWorker worker : site.crew(workers)) {
            LabellingRun shift = new LabellingRun(worker, project, batch, tally, watch);
            threads.add(
                    Thread.ofVirtual()
                            .start(
                                    switch (way) {
                                        case ONE_BY_ONE -> shift::oneByOne;
                                        case BATCHED -> shift::batched;
                                    }));
        }
        WorkerThreads.join(threads, TIMEOUT);
    }

    private void check(String name, BenchProject project, PhaseCounts tally) {
        if (tally.submitted() != project.labels()) {
            report.fault(
                    "%s: %,d labels (expected: %,d)"
                            .formatted(name, tally.submitted(), project.labels()));
        }
        if (!tally.refusals().isEmpty()) {
            report.fault(name + ": refused: " + tally.refusals());
        }
        if (tally.repeated() > 0) {
            report.said("%s: %,d requests sent again".formatted(name, tally.repeated()));
        }
    }
}
