package io.assay.review.adjudication;

import io.assay.events.Decider;
import io.assay.review.adjudication.ReviewCase.Decided;
import io.assay.review.task.Decision;
import io.assay.review.task.Progress;
import io.assay.review.task.ReviewedTask;
import io.assay.review.task.TaskInfo;
import java.time.Instant;
import java.util.Optional;

/** Decisions by reviewers, as the task remembers them; empty for what consensus decided. */
final class Decisions {
    private Decisions() {}

    static Optional<Decision> of(ReviewedTask task) {
        return switch (task.progress()) {
            case Progress.Answered answered when answered.decidedBy() == Decider.REVIEWER ->
                    Optional.of(new Decision.Answered(answered.answer()));
            case Progress.Unlabelable unlabelable ->
                    Optional.of(new Decision.Unlabelable(unlabelable.reason()));
            case Progress.Answered _, Progress.Open _, Progress.Escalated _, Progress.Withdrawn _ ->
                    Optional.empty();
        };
    }

    static Optional<String> by(ReviewedTask task) {
        return switch (task.progress()) {
            case Progress.Answered answered -> Optional.ofNullable(answered.reviewer());
            case Progress.Unlabelable unlabelable -> Optional.of(unlabelable.reviewer());
            case Progress.Open _, Progress.Escalated _, Progress.Withdrawn _ -> Optional.empty();
        };
    }

    static Optional<Decided> told(ReviewedTask task, TaskInfo info) {
        return of(task).flatMap(
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
