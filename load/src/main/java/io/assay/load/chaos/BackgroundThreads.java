package io.assay.load.chaos;

import io.assay.cli.client.Pause;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Threads that run until all are interrupted. */
final class BackgroundThreads implements AutoCloseable {

    private final Queue<Thread> threads = new ConcurrentLinkedQueue<>();

    Thread start(Runnable task) {
        Thread thread = Thread.ofVirtual().start(() -> run(task));
        threads.add(thread);
        return thread;
    }

    /** Again and again, with this pause before each. */
    void every(Duration pause, Runnable task) {
        start(
                () -> {
                    while (true) {
                        Pause.of(pause);
                        task.run();
                    }
                });
    }

    private static void run(Runnable task) {
        try {
            task.run();
        } catch (CancellationException ended) {
            // interrupted
        }
    }

    @Override
    public void close() {
        stop();
    }

    /** Tells all to end, and waits until they have. */
    void stop() {
        threads.forEach(Thread::interrupt);
        try {
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
