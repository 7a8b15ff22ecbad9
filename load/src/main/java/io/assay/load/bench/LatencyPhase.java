package io.assay.load.bench;

import io.assay.cli.client.Pause;
import io.assay.cli.people.LoadWorker;
import io.assay.cli.people.LoadWorker.Answered;
import io.assay.cli.people.LoadWorker.Held;
import io.assay.cli.people.LoadWorker.Leased;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeoutException;

/**
 * How long people wait. Each worker leases ten pictures, spends some time on each, submits its
 * label, and half-way sends an empty request, so that all three are measured under the same load.
 */
record LatencyPhase(BenchEnvironment environment, int thinkMillis, int seconds) {

    static final int BATCH = 10;

    private static final int SEED = 7;
    private static final Duration BEYOND = Duration.ofMinutes(2);

    /**
     * What one round showed.
     *
     * @param processor seconds by process, in the measured part
     */
    record Round(
            int open,
            int workers,
            double labelsPerSecond,
            PhaseCounts counts,
            Latencies toStream,
            Latencies toEarning,
            Map<String, Double> processor) {}

    /** The first cycle is that of warming up: workers begin one by one during it. */
    private Duration warmUp() {
        return Duration.ofMillis((long) BATCH * thinkMillis).plusSeconds(2);
    }

    /** How many labels so many workers give in a round. */
    int labelsOf(int workers) {
        double all = warmUp().toMillis() / 1_000.0 + seconds;
        return (int) Math.ceil(all * 1_000 / thinkMillis) * workers;
    }

    /**
     * @param open tasks that the round is said to have open
     */
    Round round(String name, BenchProject project, int open, int workers)
            throws InterruptedException, TimeoutException {
        PhaseCounts counts = new PhaseCounts();
        long start = System.nanoTime() + warmUp().toNanos();
        long end = start + Duration.ofSeconds(seconds).toNanos();
        counts.recordFrom(start);
        List<LoadWorker> desks = environment.workersOf(workers);
        try (ResultWatch watch = ResultWatch.of(project, environment.stack().kafkaBootstrap());
                Probe probe = Probe.of(environment.probing(), environment.probes())) {
            List<Thread> threads = new ArrayList<>();
            for (int i = 0; i < workers; i++) {
                Desk desk =
                        new Desk(desks.get(i), project, counts, watch, new Random(SEED + i), end);
                threads.add(Thread.ofVirtual().start(desk::work));
            }
            Pause.of(Duration.ofNanos(start - System.nanoTime()));
            environment.startProfile();
            Usage before = Usage.now(environment.pids());
            long submitted = counts.submitted();
            Pause.of(Duration.ofNanos(end - System.nanoTime()));
            Usage after = Usage.now(environment.pids());
            double rate = (counts.submitted() - submitted) / after.wallSecondsSince(before);
            environment.stopProfile(name);
            WorkerThreads.join(threads, BEYOND);
            return new Round(
                    open,
                    workers,
                    rate,
                    counts,
                    watch.toStream(),
                    probe.visible(),
                    after.secondsSince(before));
        }
    }

    /** One worker who labels at the pace of a person. */
    private final class Desk {
        private final LoadWorker worker;
        private final BenchProject project;
        private final PhaseCounts counts;
        private final ResultWatch watch;
        private final Random random;
        private final long end;

        Desk(
                LoadWorker worker,
                BenchProject project,
                PhaseCounts counts,
                ResultWatch watch,
                Random random,
                long end) {
            this.worker = worker;
            this.project = project;
            this.counts = counts;
            this.watch = watch;
            this.random = random;
            this.end = end;
        }

        void work() {
            try {
                Pause.of(Duration.ofMillis(random.nextInt(BATCH * thinkMillis)));
                while (!over()) {
                    cycle();
                }
            } catch (IOException e) {
                counts.broken(e);
            } catch (CancellationException e) {
                // interrupted
            } catch (RuntimeException e) {
                counts.refused(e.toString());
            }
        }

        private void cycle() throws IOException {
            Leased leased = worker.lease(project.id(), BATCH);
            counts.leased(leased.answered(), leased.assignments().size());
            if (leased.assignments().isEmpty()) {
                Pause.of(Duration.ofMillis(thinkMillis));
            }
            for (int i = 0; i < leased.assignments().size() && !over(); i++) {
                Pause.of(Duration.ofMillis(thinkMillis / 2 + random.nextInt(thinkMillis)));
                label(leased.assignments().get(i));
                if (i == BATCH / 2) {
                    counts.nothing(worker.nothing());
                }
            }
        }

        private void label(Held held) throws IOException {
            watch.sent(held.taskId());
            Answered answered = worker.label(held.assignmentId(), Answers.labelling(held));
            counts.submitted(answered, answered.isSuccess() ? 1 : 0);
        }

        private boolean over() {
            return System.nanoTime() - end >= 0;
        }
    }
}
