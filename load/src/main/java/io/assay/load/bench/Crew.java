package io.assay.load.bench;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;

/** Threads that work side by side. */
final class Crew {

    private Crew() {}

    /**
     * Waits for all of them, and stops them if the time runs out.
     *
     * @throws TimeoutException if it does
     */
    static void join(List<Thread> threads, Duration patience)
            throws InterruptedException, TimeoutException {
        long deadline = System.nanoTime() + patience.toNanos();
        try {
            for (Thread thread : threads) {
                if (!thread.join(Duration.ofNanos(Math.max(1, deadline - System.nanoTime())))) {
                    throw new TimeoutException("workers not done after " + patience);
                }
            }
        } finally {
            threads.forEach(Thread::interrupt);
        }
    }
}
