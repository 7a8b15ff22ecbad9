package io.assay.cli.client;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.LockSupport;

/** Waiting in a thread that may be interrupted to stop. */
public final class Pause {

    private Pause() {}

    /**
     * @throws CancellationException if the thread is interrupted; it stays so
     */
    public static void of(Duration duration) {
        long end = System.nanoTime() + duration.toNanos();
        for (long left = duration.toNanos(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException("interrupted");
            }
        }
    }
}
