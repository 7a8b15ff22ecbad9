package io.assay.assignment.dispatch;

import java.time.Instant;

/**
 * One assignment, with what dispatch keeps of it.
 *
 * @param expiresAt when the lease runs out
 */
public record KnownAssignment(
        String taskId,
        String projectId,
        int partition,
        String workerId,
        Status status,
        Instant expiresAt) {

    /** How it stands between a worker and a task. Answered and returned are final. */
    public enum Status {
        /** counts against the task's capacity and the worker's maximum */
        LEASED,
        /** counts against the task's capacity */
        ANSWERED,
        /** free for others, never again for this worker */
        RETURNED
    }
}
