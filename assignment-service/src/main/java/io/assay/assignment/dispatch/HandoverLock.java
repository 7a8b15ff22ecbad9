package io.assay.assignment.dispatch;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/**
 * Keeps a lease whole against a change of ownership: a partition is given up only when the leases
 * taken from it are written, so the next owner finds them in the store. Between giving up and
 * taking over no request returns that there is no work.
 */
public final class HandoverLock {

    private final ReentrantReadWriteLock leases = new ReentrantReadWriteLock(true);
    private final Lock state = new ReentrantLock();
    private final Condition change = state.newCondition();
    private volatile boolean ready;

    /** From taking tasks to having written them. */
    public <T> T whileServing(Supplier<T> lease) {
        leases.readLock().lock();
        try {
            return lease.get();
        } finally {
            leases.readLock().unlock();
        }
    }

    /** Waits for what is under way, and lets nothing begin meanwhile. */
    public void handOver(Runnable handover) {
        leases.writeLock().lock();
        try {
            ready = false;
            handover.run();
        } finally {
            leases.writeLock().unlock();
        }
    }

    /** This instance serves its share, which may be none. */
    public void markReady() {
        state.lock();
        try {
            ready = true;
            change.signalAll();
        } finally {
            state.unlock();
        }
    }

    public boolean isReady() {
        return ready;
    }

    /** True once ready; false if that takes longer than {@code timeout}. */
    public boolean awaitReady(Duration timeout) {
        state.lock();
        try {
            long left = timeout.toNanos();
            while (!ready && left > 0) {
                left = change.awaitNanos(left);
            }
            return ready;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            state.unlock();
        }
    }
}
