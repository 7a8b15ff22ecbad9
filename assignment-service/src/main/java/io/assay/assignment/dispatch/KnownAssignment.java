package io.assay.assignment.dispatch;

import java.time.Instant;

/**
 * A worker had a task: what is known of one assignment.
 *
 * @param expiresAt when the lease runs out
 */
public record KnownAssignment(
        String taskId,
        String projectId,
        int partition,
        String workerId,
        AssignmentStatus status,
        Instant expiresAt) {}
