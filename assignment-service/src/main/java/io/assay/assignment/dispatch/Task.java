package io.assay.assignment.dispatch;

import io.assay.assignment.dispatch.KnownAssignment.Status;
import java.util.Comparator;
import java.util.function.IntConsumer;

/**
 * An open task in memory: 64 bytes and 4 per worker who had it, for there may be a million. It is
 * its own key in the map of tasks.
 */
final class Task extends TaskId {

    static final Comparator<Task> BY_AGE =
            Comparator.comparingInt((Task task) -> task.createdAt)
                    .thenComparingLong(task -> task.high)
                    .thenComparingLong(task -> task.low);

    /** In no queue. */
    static final int NO_SLOT = -1;

    final ProjectQueue project;

    /** Who alone may take it. */
    final NameSet named;

    /** Seconds since 1970. */
    final int createdAt;

    /** What it costs follows from this. */
    final int complexityPermille;

    private final short partition;
    private final byte rank;
    final boolean gold;

    /** Labels asked for beyond the project's rule. */
    private short wanted;

    /** True once it stood in a queue: next time it goes before what is fresh. */
    boolean seen;

    /** True if it stands among what is given again. */
    boolean again;

    /** True if it stands among {@link UnaffordableTasks}. */
    boolean unaffordable;

    /** Its place in its queue, or on the goldPool of gold; {@link #NO_SLOT} if it has none. */
    int slot = NO_SLOT;

    /** See {@link WorkerStates}. */
    private int[] workers = WorkerStates.NONE;

    Task(TaskId id, OpenTask open, ProjectQueue project, NameSet named) {
        super(id.high, id.low);
        this.project = project;
        this.named = named;
        this.createdAt = (int) open.createdAt().getEpochSecond();
        this.partition = (short) open.partition();
        this.rank = (byte) rank(open.minTier(), open.priority());
        this.gold = open.gold();
        this.complexityPermille = open.complexityPermille();
        this.wanted = small(open.wanted());
    }

    /** Higher goes first: tasks that need the highest tier, as few may do them; then priority. */
    static int rank(int minTier, int priority) {
        return (minTier - 1) * OpenTask.PRIORITIES + priority;
    }

    int rank() {
        return rank;
    }

    int minTier() {
        return rank / OpenTask.PRIORITIES + 1;
    }

    int partition() {
        return partition;
    }

    void raise(int labels) {
        wanted = small(Math.max(labels, wanted));
    }

    boolean free() {
        return WorkerStates.taken(workers) < Math.max(wanted, project.wanted());
    }

    boolean mayTake(int worker, int tier) {
        return minTier() <= tier && names(worker) && !had(worker);
    }

    boolean names(int worker) {
        return named.isEmpty() || named.position(project.hashOf(worker)) >= 0;
    }

    /** Whoever has it or had it. */
    void eachWorker(IntConsumer reader) {
        for (int entry : workers) {
            reader.accept(WorkerStates.workerOf(entry));
        }
    }

    boolean isLeasedTo(int worker) {
        return WorkerStates.get(workers, worker) == Status.LEASED;
    }

    boolean had(int worker) {
        return WorkerStates.contains(workers, worker);
    }

    /** Moves on to the status, never back. True if anything changed. */
    boolean mark(int worker, Status next) {
        Status now = WorkerStates.get(workers, worker);
        if (now != null && (now != Status.LEASED || next == Status.LEASED)) {
            return false;
        }
        workers = WorkerStates.with(workers, worker, next);
        return true;
    }

    /** As if the worker had never had it. */
    void forget(int worker) {
        workers = WorkerStates.without(workers, worker);
    }

    private static short small(int labels) {
        return (short) Math.min(labels, Short.MAX_VALUE);
    }
}
