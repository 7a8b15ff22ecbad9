package io.assay.assignment.dispatch;

import org.jspecify.annotations.Nullable;

/** An open task in memory; small, for there may be a million. */
final class Task {

    final String id;
    final ProjectQueue project;
    final int partition;
    final boolean gold;
    final byte minTier;
    final byte priority;
    final WorkerStates workers = new WorkerStates();

    /** Labels asked for beyond the project's rule. */
    int wanted;

    /** Live leases and answers. */
    int taken;

    /** True once it stood in a log: next time it goes before what is fresh. */
    boolean seen;

    /** Where it waits; null if it has no free capacity. */
    @Nullable ReadyLog log;

    /** Its place in {@link #log}, or on the shelf of gold. */
    int slot;

    Task(OpenTask open, ProjectQueue project) {
        this.id = open.taskId();
        this.project = project;
        this.partition = open.partition();
        this.gold = open.gold();
        this.minTier = (byte) open.minTier();
        this.priority = (byte) open.priority();
        this.wanted = open.wanted();
    }

    boolean free() {
        return taken < Math.max(wanted, project.wanted());
    }

    /** Moves on to the holding, never back. True if anything changed. */
    boolean mark(int worker, Holding next) {
        Holding now = workers.get(worker);
        if (now != null && (now != Holding.LEASED || next == Holding.LEASED)) {
            return false;
        }
        taken += counts(next) - (now == null ? 0 : counts(now));
        workers.put(worker, next);
        return true;
    }

    /** As if the worker had never had it. True if it was leased. */
    boolean forget(int worker) {
        if (workers.get(worker) != Holding.LEASED) {
            return false;
        }
        workers.remove(worker);
        taken--;
        return true;
    }

    private static int counts(Holding holding) {
        return holding == Holding.RETURNED ? 0 : 1;
    }
}
