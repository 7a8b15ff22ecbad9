package io.assay.review.adjudication;

import io.assay.review.task.Progress;
import io.assay.review.task.QueueEntry;
import io.assay.review.task.QueueReason;
import io.assay.review.task.ReviewedTask;
import io.assay.review.verdict.Submission;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One line of the reviewers' queue.
 *
 * @param confidence of the consensus, 0 to 1
 * @param labels that workers gave
 * @param flags that workers gave
 * @param escalatedAt since when it waits
 */
record QueueItem(
        String taskId,
        String projectId,
        QueueReason reason,
        double confidence,
        long labels,
        long flags,
        Instant escalatedAt) {

    static Optional<QueueItem> of(ReviewedTask task) {
        QueueEntry queued = task.queued();
        if (queued == null) {
            return Optional.empty();
        }
        return switch (task.progress()) {
            case Progress.Escalated escalated ->
                    Optional.of(
                            item(
                                    task,
                                    queued,
                                    QueueReason.of(escalated.reason()),
                                    escalated.confidence(),
                                    escalated.at()));
            case Progress.Answered answered -> Optional.of(audit(task, queued, answered.at()));
            case Progress.Unlabelable none -> Optional.of(audit(task, queued, none.at()));
            case Progress.Open _, Progress.Withdrawn _ -> Optional.empty();
        };
    }

    private static QueueItem audit(ReviewedTask task, QueueEntry queued, Instant since) {
        return item(task, queued, QueueReason.AUDIT, confidence(task.trail().posterior()), since);
    }

    private static double confidence(@Nullable Double posterior) {
        return posterior == null ? 0 : posterior;
    }

    private static QueueItem item(
            ReviewedTask task,
            QueueEntry queued,
            QueueReason reason,
            double confidence,
            Instant since) {
        long all = task.submissions().count();
        long labels = task.submissions().filter(Submission.Label.class::isInstance).count();
        return new QueueItem(
                task.taskId(), queued.projectId(), reason, confidence, labels, all - labels, since);
    }
}
