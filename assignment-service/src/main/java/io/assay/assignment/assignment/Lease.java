package io.assay.assignment.assignment;

import io.assay.assignment.task.TaskCopy;
import io.assay.events.Answer;
import io.assay.events.Ids;
import io.assay.events.LeaseTerms;
import io.assay.events.Media;
import io.assay.events.Tool;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a worker was given, fixed when it was given. Says nothing of the task's kind.
 *
 * @param partition of {@code assay.tasks}, whose owner ends the lease when it expires
 * @param preLabel what the worker is shown to correct or to judge
 */
public record Lease(
        String taskId,
        String projectId,
        String workerId,
        int partition,
        LeaseTerms terms,
        Media media,
        Tool tool,
        @Nullable Answer preLabel,
        Instant leasedAt,
        Instant expiresAt) {

    static Lease of(
            String workerId,
            TaskCopy task,
            LeaseTerms terms,
            Tool tool,
            Instant leasedAt,
            Instant expiresAt) {
        return new Lease(
                task.taskId(),
                task.projectId(),
                workerId,
                task.partition(),
                terms,
                task.media(),
                tool,
                task.preLabel(),
                leasedAt,
                expiresAt);
    }

    public String assignmentId() {
        return Ids.assignmentId(taskId, workerId);
    }

    Lease until(Instant end) {
        return new Lease(
                taskId, projectId, workerId, partition, terms, media, tool, preLabel, leasedAt,
                end);
    }
}
