package io.assay.load.bench;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;

/** Threads that work side by side. */
final class WorkerThreads {

    private WorkerThreads() {}

    /**
     * Waits for all of them, and stops them if the time runs out.
     *
     * @throws TimeoutException if it does
     */
    static void join(List<Thread> threads, Duration timeout)
            throws InterruptedException, TimeoutException {
        long deadline = System.nanoTime() + timeout.toNanos();
        try {
            for (Thread thread : threads) {
                if (!thread.join(Duration.ofNanos(Math.max(1, deadline - System.nanoTime())))) {
                    throw new TimeoutException("workers not done after " + timeout);
                }
            }
        } finally {
            threads.forEach(Thread::interrupt);
        }
    }
}
