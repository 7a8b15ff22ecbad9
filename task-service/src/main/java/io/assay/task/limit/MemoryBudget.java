package io.assay.task.limit;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * A share of the memory, out of which whoever needs much reserves before allocating it, so that no
 * number of requests ends the process. Thread-safe.
 */
public final class MemoryBudget {

    /** What is done with the memory. */
    @FunctionalInterface
    public interface Work {
        void run() throws IOException;
    }

    private static final int UNIT = 1 << 16;
    private static final Duration WAIT_TIMEOUT = Duration.ofSeconds(10);

    private final int units;
    private final Semaphore free;
    private final Duration patience;

    public MemoryBudget(long bytes) {
        this(bytes, WAIT_TIMEOUT);
    }

    /**
     * @param patience how long a request waits for its turn
     */
    public MemoryBudget(long bytes, Duration patience) {
        this.units = Math.clamp(bytes / UNIT, 1, Integer.MAX_VALUE);
        this.free = new Semaphore(units, /* fair= */ true);
        this.patience = patience;
    }

    /** Of which half may be reserved; the rest is for all that is small. */
    public static MemoryBudget ofThisProcess() {
        return new MemoryBudget(Runtime.getRuntime().maxMemory() / 2);
    }

    /** Of all of it. */
    public long bytes() {
        return (long) units * UNIT;
    }

    /**
     * Waits for its turn; what would never fit waits for all there is.
     *
     * @throws MemoryUnavailable if its turn does not come in time; nothing was done then
     */
    public void within(long bytes, Work work) throws IOException {
        int taken = Math.clamp(bytes / UNIT + 1, 1, units);
        take(taken);
        try {
            work.run();
        } finally {
            free.release(taken);
        }
    }

    private void take(int taken) {
        try {
            if (free.tryAcquire(taken, patience.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new MemoryUnavailable("memory: none free for now");
    }
}
