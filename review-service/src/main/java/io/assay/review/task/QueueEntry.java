package io.assay.review.task;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A place in the reviewers' queue. All parts are plain strings: two to select by equality, one to
 * sort and page by.
 *
 * @param projectId of the task
 * @param place sorts what has no result before what is only audited, then the least confident
 *     first, then the oldest
 * @param reason null where it was stored before there were audits
 */
public record QueueEntry(String projectId, String place, @Nullable QueueReason reason) {
    private static final int AUDITS = 2_000;

    static @Nullable QueueEntry of(ReviewedTask task, Progress progress) {
        TaskInfo info = task.info();
        return progress instanceof Progress.Escalated escalated && info != null
                ? new QueueEntry(
                        info.projectId(),
                        place(0, escalated.confidence(), escalated.at(), task.taskId()),
                        QueueReason.of(escalated.reason()))
                : null;
    }

    public static QueueEntry audit(String projectId, String taskId, double confidence, Instant at) {
        return new QueueEntry(projectId, place(AUDITS, confidence, at, taskId), QueueReason.AUDIT);
    }

    private static String place(int rank, double confidence, Instant at, String taskId) {
        return String.format(
                Locale.ROOT,
                "%04d-%013d-%s",
                rank + Math.round(confidence * 1000),
                at.toEpochMilli(),
                taskId);
    }
}
