package io.assay.review.adjudication;

import io.assay.events.EscalationReason;
import io.assay.review.task.Progress;
import io.assay.review.task.Queued;
import io.assay.review.task.ReviewedTask;
import io.assay.review.verdict.Submission;
import java.time.Instant;
import java.util.Optional;

/**
 * One line of the reviewers' queue.
 *
 * @param confidence of the consensus when it was escalated, 0 to 1
 * @param labels that workers gave
 * @param flags that workers gave
 */
record QueueItem(
        String taskId,
        String projectId,
        EscalationReason reason,
        double confidence,
        long labels,
        long flags,
        Instant escalatedAt) {

    static Optional<QueueItem> of(ReviewedTask task) {
        Queued queued = task.queued();
        if (queued == null || !(task.progress() instanceof Progress.Escalated escalated)) {
            return Optional.empty();
        }
        long all = task.submissions().count();
        long labels = task.submissions().filter(Submission.Label.class::isInstance).count();
        return Optional.of(
                new QueueItem(
                        task.taskId(),
                        queued.projectId(),
                        escalated.reason(),
                        escalated.confidence(),
                        labels,
                        all - labels,
                        escalated.at()));
    }
}
