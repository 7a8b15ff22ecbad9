package io.assay.assignment.assignment;

import io.assay.events.Ids;
import io.assay.events.LeaseTerms;
import io.assay.events.Media;
import io.assay.events.Tool;
import java.time.Instant;

/**
 * What a worker was given, fixed when it was given. Says nothing of the task's kind.
 *
 * @param partition of {@code assay.tasks}, whose owner watches over the lease
 */
public record Lease(
        String taskId,
        String projectId,
        String workerId,
        int partition,
        LeaseTerms terms,
        Media media,
        Tool tool,
        Instant leasedAt,
        Instant expiresAt) {

    public String assignmentId() {
        return Ids.assignmentId(taskId, workerId);
    }

    Lease until(Instant end) {
        return new Lease(taskId, projectId, workerId, partition, terms, media, tool, leasedAt, end);
    }
}
