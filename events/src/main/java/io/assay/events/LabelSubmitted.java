package io.assay.events;

import java.time.Instant;

/**
 * A worker answered. The answer is valid for the ontology; whether it is right is for review to
 * say.
 */
public record LabelSubmitted(
        String assignmentId,
        String taskId,
        String projectId,
        String workerId,
        LeaseTerms terms,
        Answer answer,
        Instant leasedAt,
        Instant submittedAt)
        implements Event {

    @Override
    public String key() {
        return taskId;
    }
}
