package io.assay.review.adjudication;

import io.assay.events.Answer;
import io.assay.messaging.Versioned;
import io.assay.review.project.MongoProjects;
import io.assay.review.project.ReviewedProject;
import io.assay.review.task.MongoTasks;
import io.assay.review.task.PictureLinks;
import io.assay.review.task.Progress;
import io.assay.review.task.QueueReason;
import io.assay.review.task.ReviewedTask;
import io.assay.review.task.TaskInfo;
import io.assay.review.verdict.Submission;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what waits for a reviewer or was decided by one. */
class Cases {
    /**
     * A case, and the version that a decision on it names.
     *
     * @param conflict why this reviewer may not see it
     */
    record Found(ReviewCase content, long version, Optional<Conflicts.Conflict> conflict) {}

    private final MongoTasks tasks;
    private final MongoProjects projects;
    private final PictureLinks pictures;
    private final Conflicts conflicts;

    Cases(MongoTasks tasks, MongoProjects projects, PictureLinks pictures, Conflicts conflicts) {
        this.tasks = tasks;
        this.projects = projects;
        this.pictures = pictures;
        this.conflicts = conflicts;
    }

    /** The most valuable first; one more than the limit if there are more. */
    List<Versioned<ReviewedTask>> queue(
            @Nullable String projectId, @Nullable QueueReason reason, String after, int limit) {
        return tasks.queue(projectId, reason, after, limit + 1);
    }

    /** Empty also for a task that never needed a reviewer: it is not theirs to see. */
    Optional<Found> find(String taskId, String reviewer) {
        return tasks.find(taskId)
                .filter(task -> isReviewers(task.state()))
                .flatMap(task -> found(task, task.state().info(), reviewer));
    }

    private static boolean isReviewers(ReviewedTask task) {
        return task.queued() != null
                || !task.trail().reviews().isEmpty()
                || Decisions.of(task).isPresent();
    }

    private Optional<Found> found(
            Versioned<ReviewedTask> task, @Nullable TaskInfo info, String reviewer) {
        return info == null
                ? Optional.empty()
                : projects.find(info.projectId())
                        .map(project -> content(task.state(), info, project))
                        .map(
                                content ->
                                        new Found(
                                                content,
                                                task.version(),
                                                conflicts.of(task.state(), reviewer)));
    }

    boolean mayDecide(ReviewedTask task, String reviewer) {
        return conflicts.of(task, reviewer).isEmpty();
    }

    private ReviewCase content(ReviewedTask task, TaskInfo info, ReviewedProject project) {
        Progress.Escalated escalated =
                task.progress() instanceof Progress.Escalated waiting ? waiting : null;
        return new ReviewCase(
                task.taskId(),
                info.projectId(),
                reason(task, escalated),
                escalated == null ? task.trail().posterior() : escalated.confidence(),
                escalated == null ? null : escalated.at(),
                pictures.of(info.media()),
                project.ontology(),
                project.guidelineVersion(),
                info.preLabel(),
                answers(task),
                flags(task),
                task.audited() && task.progress() instanceof Progress.Answered result
                        ? result.answer()
                        : null,
                Decisions.decided(task, info).orElse(null));
    }

    private static @Nullable QueueReason reason(
            ReviewedTask task, Progress.@Nullable Escalated escalated) {
        if (escalated != null) {
            return QueueReason.of(escalated.reason());
        }
        return task.audited() ? QueueReason.AUDIT : null;
    }

    private static List<Answer> answers(ReviewedTask task) {
        return task.submissions()
                .filter(Submission.Label.class::isInstance)
                .map(submission -> ((Submission.Label) submission).answer())
                .sorted(Comparator.comparing(Answer::toString))
                .toList();
    }

    private static List<ReviewCase.Flag> flags(ReviewedTask task) {
        return task.submissions()
                .filter(Submission.Flag.class::isInstance)
                .map(Submission.Flag.class::cast)
                .map(flag -> new ReviewCase.Flag(flag.reason(), flag.comment(), flag.mark()))
                .sorted(Comparator.comparing(ReviewCase.Flag::toString))
                .toList();
    }
}
