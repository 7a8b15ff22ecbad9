package io.assay.assignment.dispatch;

import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/**
 * Keeps a lease whole against a change of ownership: a partition is given up only when the leases
 * taken from it are written, so the next owner finds them in the store.
 */
public final class Gate {

    private final ReadWriteLock lock = new ReentrantReadWriteLock(true);

    /** From taking tasks to having written them. */
    public <T> T serving(Supplier<T> lease) {
        lock.readLock().lock();
        try {
            return lease.get();
        } finally {
            lock.readLock().unlock();
        }
    }

    /** Waits for what is under way, and lets nothing begin meanwhile. */
    public void handingOver(Runnable change) {
        lock.writeLock().lock();
        try {
            change.run();
        } finally {
            lock.writeLock().unlock();
        }
    }
}
