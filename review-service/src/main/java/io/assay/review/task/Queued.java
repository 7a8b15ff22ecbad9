package io.assay.review.task;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A place in the reviewers' queue. Both parts are plain strings: one to select by equality, one to
 * sort and page by.
 *
 * @param projectId of the task
 * @param place sorts the least confident first, the oldest first among equals
 */
public record Queued(String projectId, String place) {

    static @Nullable Queued of(ReviewedTask task, Progress progress) {
        TaskInfo info = task.info();
        return progress instanceof Progress.Escalated escalated && info != null
                ? new Queued(info.projectId(), place(escalated, task.taskId()))
                : null;
    }

    private static String place(Progress.Escalated escalated, String taskId) {
        return String.format(
                Locale.ROOT,
                "%04d-%013d-%s",
                Math.round(escalated.confidence() * 1000),
                escalated.at().toEpochMilli(),
                taskId);
    }
}
