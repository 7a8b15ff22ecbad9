package io.assay.events;

import java.time.Instant;

/**
 * A worker earned money: exactly one per accepted label.
 *
 * @param earningId {@code assignmentId.reason}
 * @param heldUntil when it may be paid out
 */
public record EarningRecorded(
        String earningId,
        String workerId,
        String projectId,
        String taskId,
        String assignmentId,
        EarningReason reason,
        Money amount,
        Instant heldUntil,
        Instant recordedAt)
        implements Event {

    @Override
    public String key() {
        return workerId;
    }
}
