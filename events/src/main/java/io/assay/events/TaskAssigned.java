package io.assay.events;

import java.time.Instant;

/** A worker holds a lease on a task. */
public record TaskAssigned(
        String assignmentId,
        String taskId,
        String projectId,
        String workerId,
        LeaseTerms terms,
        Instant leasedAt,
        Instant expiresAt)
        implements Event {

    @Override
    public String key() {
        return taskId;
    }
}
