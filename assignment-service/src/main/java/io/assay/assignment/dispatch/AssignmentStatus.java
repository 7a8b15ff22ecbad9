package io.assay.assignment.dispatch;

/** How it stands between a worker and a task. Answered and returned are final. */
public enum AssignmentStatus {
    /** counts against the task's capacity and the worker's maximum */
    LEASED,
    /** counts against the task's capacity */
    ANSWERED,
    /** free for others, never again for this worker */
    RETURNED
}
