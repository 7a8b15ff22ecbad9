package io.assay.review.adjudication;

import io.assay.events.Decider;
import io.assay.events.ReviewOutcome;
import io.assay.review.adjudication.ReviewCase.Decided;
import io.assay.review.task.Decision;
import io.assay.review.task.Progress;
import io.assay.review.task.ReviewRecord;
import io.assay.review.task.ReviewedTask;
import io.assay.review.task.ReviewerDecision;
import io.assay.review.task.TaskInfo;
import java.time.Instant;
import java.util.Optional;

/** Decisions by reviewers, as the task remembers them; empty for what consensus decided. */
final class Decisions {
    private Decisions() {}

    static Optional<Decision> of(ReviewedTask task) {
        return by(task).flatMap(_ -> current(task));
    }

    static Optional<String> by(ReviewedTask task) {
        return switch (task.progress()) {
            case Progress.Answered answered when answered.decidedBy() == Decider.REVIEWER ->
                    Optional.ofNullable(answered.reviewer());
            case Progress.Unlabelable unlabelable -> Optional.of(unlabelable.reviewer());
            case Progress.Answered _, Progress.Open _, Progress.Escalated _, Progress.Withdrawn _ ->
                    Optional.empty();
        };
    }

    static Optional<Decided> decided(ReviewedTask task, TaskInfo info) {
        return of(task).flatMap(_ -> outcome(task, info));
    }

    /** The outcome if this ruling was given before, and by the same reviewer. */
    static Optional<Decided> repeated(ReviewedTask task, TaskInfo info, ReviewerDecision ruling) {
        boolean stands =
                last(task)
                        .filter(review -> review.reviewer().equals(ruling.reviewer()))
                        .filter(review -> review.outcome() == ReviewOutcome.ACCEPTED)
                        .isPresent();
        boolean theirs = by(task).filter(ruling.reviewer()::equals).isPresent();
        boolean same = current(task).filter(ruling.decision()::equals).isPresent();
        boolean accepted = stands && (same || ruling.decision() instanceof Decision.Accepted);
        return accepted || (theirs && same) ? outcome(task, info) : Optional.empty();
    }

    /** The outcome, whoever decided it. */
    static Optional<Decision> current(ReviewedTask task) {
        return switch (task.progress()) {
            case Progress.Answered answered ->
                    Optional.of(new Decision.Answered(answered.answer()));
            case Progress.Unlabelable unlabelable ->
                    Optional.of(new Decision.Unlabelable(unlabelable.reason()));
            case Progress.Open _, Progress.Escalated _, Progress.Withdrawn _ -> Optional.empty();
        };
    }

    private static Optional<ReviewRecord> last(ReviewedTask task) {
        return task.trail().reviews().reversed().stream().findFirst();
    }

    private static Optional<Decided> outcome(ReviewedTask task, TaskInfo info) {
        return current(task)
                .flatMap(
                        decision ->
                                at(task.progress())
                                        .map(
                                                at ->
                                                        Decided.of(
                                                                task.taskId(),
                                                                info.projectId(),
                                                                decision,
                                                                at)));
    }

    private static Optional<Instant> at(Progress progress) {
        return switch (progress) {
            case Progress.Answered answered -> Optional.of(answered.at());
            case Progress.Unlabelable unlabelable -> Optional.of(unlabelable.at());
            case Progress.Open _, Progress.Escalated _, Progress.Withdrawn _ -> Optional.empty();
        };
    }
}
