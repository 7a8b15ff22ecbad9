package io.assay.events;

import java.time.Instant;

/** A reviewer has to decide this task. */
public record TaskEscalated(
        String taskId, String projectId, EscalationReason reason, int labels, Instant escalatedAt)
        implements Event {

    @Override
    public String key() {
        return taskId;
    }
}
