package io.assay.review.adjudication;

import io.assay.events.FlagReason;
import io.assay.events.Tool;
import io.assay.review.project.ReviewedProject;
import io.assay.review.task.PictureLinks;
import io.assay.review.task.Progress;
import io.assay.review.task.QueueReason;
import io.assay.review.task.ReviewedTask;
import io.assay.review.verdict.Submission;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One line of the reviewers' queue.
 *
 * @param projectName as its requester calls it
 * @param confidence of the consensus, 0 to 1
 * @param labels that workers gave
 * @param flags that workers gave
 * @param flagged what the flags say, each once
 * @param skips how many workers passed on it
 * @param escalatedAt since when it waits
 */
record QueueItem(
        String taskId,
        String projectId,
        String projectName,
        Tool tool,
        PictureLinks.Picture media,
        QueueReason reason,
        double confidence,
        long labels,
        long flags,
        List<FlagReason> flagged,
        int skips,
        Instant escalatedAt) {

    static Optional<QueueItem> of(
            ReviewedTask task, ReviewedProject project, PictureLinks.Picture media) {
        return switch (task.progress()) {
            case Progress.Escalated escalated ->
                    Optional.of(
                            item(
                                    task,
                                    project,
                                    media,
                                    QueueReason.of(escalated.reason()),
                                    escalated.confidence(),
                                    escalated.at()));
            case Progress.Answered answered ->
                    Optional.of(audit(task, project, media, answered.at()));
            case Progress.Unlabelable none -> Optional.of(audit(task, project, media, none.at()));
            case Progress.Open _, Progress.Withdrawn _ -> Optional.empty();
        };
    }

    private static QueueItem audit(
            ReviewedTask task, ReviewedProject project, PictureLinks.Picture media, Instant since) {
        Double posterior = task.trail().posterior();
        return item(
                task, project, media, QueueReason.AUDIT, posterior == null ? 0 : posterior, since);
    }

    private static QueueItem item(
            ReviewedTask task,
            ReviewedProject project,
            PictureLinks.Picture media,
            QueueReason reason,
            double confidence,
            Instant since) {
        List<FlagReason> flags =
                task.submissions()
                        .filter(Submission.Flag.class::isInstance)
                        .map(flag -> ((Submission.Flag) flag).reason())
                        .toList();
        return new QueueItem(
                task.taskId(),
                project.projectId(),
                project.name(),
                project.ontology().tool(),
                media,
                reason,
                confidence,
                task.submissions().count() - flags.size(),
                flags.size(),
                flags.stream().distinct().sorted().toList(),
                task.skippedBy().size(),
                since);
    }
}
