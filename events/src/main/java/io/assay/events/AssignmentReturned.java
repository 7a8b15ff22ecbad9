package io.assay.events;

import java.time.Instant;

/** A lease ended without an answer; the task may go to another worker, never again to this one. */
public record AssignmentReturned(
        String assignmentId,
        String taskId,
        String projectId,
        String workerId,
        LeaseTerms terms,
        ReturnReason reason,
        Instant returnedAt)
        implements Event {

    @Override
    public String key() {
        return taskId;
    }
}
