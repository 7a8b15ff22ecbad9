package io.assay.assignment.dispatch;

/** A task that a worker holds. */
final class LiveLease {

    /** Not written yet, or returned as expired: no timer runs. */
    static final long NEVER = Long.MAX_VALUE;

    final LeaseHolder holder;
    final TaskId task;
    final String projectId;
    final int partition;

    /** Milliseconds since 1970. */
    long expiresAt = NEVER;

    boolean over;

    LiveLease(LeaseHolder holder, TaskId task, String projectId, int partition) {
        this.holder = holder;
        this.task = task;
        this.projectId = projectId;
        this.partition = partition;
    }
}
