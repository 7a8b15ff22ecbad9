package io.assay.load.bench;

import io.assay.cli.client.Pause;
import io.assay.cli.people.LoadWorker;
import io.assay.cli.people.LoadWorker.Held;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;

/**
 * Workers beside the load who give one label at a time and look at their earnings until it is
 * there: how long somebody waits for the pay of a label that needs no second one.
 */
final class Probe implements AutoCloseable {

    /**
     * Rare, so as to take little from what it measures: the document server of the local run sorts
     * all earnings of a worker for each look.
     */
    private static final Duration POLL_INTERVAL = Duration.ofMillis(200);

    private static final Duration BETWEEN_LABELS = Duration.ofSeconds(1);

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final BenchProject project;
    private final Latencies visible = new Latencies();
    private final List<Thread> threads;

    private Probe(BenchProject project, List<LoadWorker> workers) {
        this.project = project;
        this.threads =
                workers.stream()
                        .map(worker -> Thread.ofVirtual().unstarted(() -> run(worker)))
                        .toList();
    }

    /**
     * From now on.
     *
     * @param project one label of which decides a task
     */
    static Probe of(BenchProject project, List<LoadWorker> workers) {
        Probe probe = new Probe(project, workers);
        probe.threads.forEach(Thread::start);
        return probe;
    }

    private void run(LoadWorker worker) {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                for (Held held : worker.lease(project.id(), 1).assignments()) {
                    measure(worker, held);
                }
                Pause.of(BETWEEN_LABELS);
            }
        } catch (CancellationException | IOException e) {
            // interrupted, or the stack stopped: what was measured until then counts
        }
    }

    private void measure(LoadWorker worker, Held held) throws IOException {
        long start = System.nanoTime();
        if (!worker.label(held.assignmentId(), Answers.labelling(held)).isSuccess()) {
            return;
        }
        while (!worker.get("/v1/earnings?limit=1").contains(held.assignmentId())) {
            Pause.of(POLL_INTERVAL);
        }
        visible.add(System.nanoTime() - start);
    }

    /** From the sending of a label to its earning at {@code /v1/earnings}. */
    Latencies visible() {
        return visible;
    }

    /** Waits until they are done with what they are at. */
    @Override
    public void close() {
        threads.forEach(Thread::interrupt);
        try {
            for (Thread thread : threads) {
                thread.join(TIMEOUT);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
