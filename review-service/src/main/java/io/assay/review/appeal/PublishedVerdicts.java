package io.assay.review.appeal;

import io.assay.events.VerdictBasis;
import io.assay.messaging.Versioned;
import io.assay.review.gold.GoldLabel;
import io.assay.review.gold.GoldVerdicts;
import io.assay.review.task.CountedSubmission;
import io.assay.review.task.MongoTasks;
import io.assay.review.task.Progress;
import io.assay.review.task.ReviewedTask;
import io.assay.review.task.TaskInfo;
import io.assay.review.verdict.Judgement;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds a verdict where it is kept: labels of gold tasks are apart, which nobody is to notice. */
class PublishedVerdicts {
    private final MongoTasks tasks;
    private final GoldVerdicts golds;

    PublishedVerdicts(MongoTasks tasks, GoldVerdicts golds) {
        this.tasks = tasks;
        this.golds = golds;
    }

    /** Empty also while there is none, or it is held. */
    Optional<PublishedVerdict> find(String assignmentId) {
        int dot = assignmentId.indexOf('.');
        return dot < 0
                ? Optional.empty()
                : tasks.find(assignmentId.substring(0, dot))
                        .map(Versioned::state)
                        .flatMap(task -> find(task, assignmentId));
    }

    private Optional<PublishedVerdict> find(ReviewedTask task, String assignmentId) {
        TaskInfo info = task.info();
        if (info == null) {
            return Optional.empty();
        }
        Optional<PublishedVerdict> taken =
                task.taken().stream()
                        .filter(one -> one.submission().assignmentId().equals(assignmentId))
                        .findFirst()
                        .flatMap(one -> published(task, info, one));
        return taken.isPresent() || task.goldAnswer() == null
                ? taken
                : golds.published(assignmentId).map(PublishedVerdicts::published);
    }

    private static Optional<PublishedVerdict> published(
            ReviewedTask task, TaskInfo info, CountedSubmission taken) {
        Judgement judgement = taken.judgement();
        Instant at = taken.judgedAt() == null ? decidedAt(task.progress()) : taken.judgedAt();
        return judgement == null || at == null
                ? Optional.empty()
                : Optional.of(
                        new PublishedVerdict(
                                task.taskId(),
                                info.projectId(),
                                taken.submission(),
                                judgement,
                                at,
                                decider(task, judgement),
                                false));
    }

    private static PublishedVerdict published(GoldLabel label) {
        Instant at =
                label.stage() instanceof GoldLabel.Published(var published)
                        ? published
                        : label.scoredAt();
        return new PublishedVerdict(
                label.taskId(),
                label.projectId(),
                label.label(),
                label.judgement(),
                at,
                null,
                label.teaches());
    }

    private static @Nullable String decider(ReviewedTask task, Judgement judgement) {
        return judgement.basis() == VerdictBasis.REVIEWER
                        && task.progress() instanceof Progress.Answered answered
                ? answered.reviewer()
                : null;
    }

    private static @Nullable Instant decidedAt(Progress progress) {
        return switch (progress) {
            case Progress.Answered answered -> answered.at();
            case Progress.Unlabelable unlabelable -> unlabelable.at();
            case Progress.Withdrawn withdrawn -> withdrawn.at();
            case Progress.Open _, Progress.Escalated _ -> null;
        };
    }
}
