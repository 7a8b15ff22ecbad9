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
        AssignmentStatus status,
        Instant expiresAt) {}
