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
record LatencyPhase(BenchEnvironment site, int thinkMillis, int seconds) {

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
            PhaseCounts tally,
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
        PhaseCounts tally = new PhaseCounts();
        long start = System.nanoTime() + warmUp().toNanos();
        long end = start + Duration.ofSeconds(seconds).toNanos();
        tally.recordFrom(start);
        List<LoadWorker> crew = site.crew(workers);
        try (ResultWatch watch = ResultWatch.of(project, site.stack().kafkaBootstrap());
                Probe probe = Probe.of(site.probing(), site.probes())) {
            List<Thread> threads = new ArrayList<>();
            for (int i = 0; i < workers; i++) {
                Desk desk = new Desk(crew.get(i), project, tally, watch, new Random(SEED + i), end);
                threads.add(Thread.ofVirtual().start(desk::work));
            }
            Pause.of(Duration.ofNanos(start - System.nanoTime()));
            site.startProfile();
            Usage before = Usage.now(site.pids());
            long submitted = tally.submitted();
            Pause.of(Duration.ofNanos(end - System.nanoTime()));
            Usage after = Usage.now(site.pids());
            double rate = (tally.submitted() - submitted) / after.wallSecondsSince(before);
            site.stopProfile(name);
            WorkerThreads.join(threads, BEYOND);
            return new Round(
                    open,
                    workers,
                    rate,
                    tally,
                    watch.toStream(),
                    probe.visible(),
                    after.secondsSince(before));
        }
    }

    /** One worker who labels at the pace of a person. */
    private final class Desk {
        private final LoadWorker worker;
        private final BenchProject project;
        private final PhaseCounts tally;
        private final ResultWatch watch;
        private final Random random;
        private final long end;

        Desk(
                LoadWorker worker,
                BenchProject project,
                PhaseCounts tally,
                ResultWatch watch,
                Random random,
                long end) {
            this.worker = worker;
            this.project = project;
            this.tally = tally;
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
                tally.broken(e);
            } catch (CancellationException e) {
                // interrupted
            } catch (RuntimeException e) {
                tally.refused(e.toString());
            }
        }

        private void cycle() throws IOException {
            Leased leased = worker.lease(project.id(), BATCH);
            tally.leased(leased.answered(), leased.assignments().size());
            if (leased.assignments().isEmpty()) {
                Pause.of(Duration.ofMillis(thinkMillis));
            }
            for (int i = 0; i < leased.assignments().size() && !over(); i++) {
                Pause.of(Duration.ofMillis(thinkMillis / 2 + random.nextInt(thinkMillis)));
                label(leased.assignments().get(i));
                if (i == BATCH / 2) {
                    tally.nothing(worker.nothing());
                }
            }
        }

        private void label(Held held) throws IOException {
            watch.sent(held.taskId());
            Answered answered = worker.label(held.assignmentId(), Answers.labelling(held));
            tally.submitted(answered, answered.isSuccess() ? 1 : 0);
        }

        private boolean over() {
            return System.nanoTime() - end >= 0;
        }
    }
}
