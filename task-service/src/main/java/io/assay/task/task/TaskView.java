package io.assay.task.task;

import io.assay.events.Answer;
import io.assay.events.EscalationReason;
import io.assay.events.Media;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A task as it is read.
 *
 * @param status {@code gold} for the owner only; others read {@code pending}
 * @param complexity 1 is an ordinary picture
 * @param gold the known answer, for the owner only
 * @param preLabel what workers are shown to correct or to judge, for the owner only
 * @param result the current one
 * @param inReview why a reviewer has to decide it: {@code undecided}, {@code flagged} or {@code
 *     skipped}; absent if none has to
 */
record TaskView(
        String id,
        String projectId,
        String externalId,
        TaskStatus status,
        Media media,
        double complexity,
        int priority,
        @Nullable Integer minTier,
        @Nullable Answer gold,
        @Nullable Boolean training,
        @Nullable Answer preLabel,
        @Nullable String withdrawnFor,
        @Nullable Outcome result,
        Instant createdAt,
        @Nullable EscalationReason inReview) {

    static TaskView of(Task task, boolean owner) {
        TaskContent content = task.content();
        boolean tellsGold = owner && content.gold() != null;
        return new TaskView(
                task.id(),
                task.projectId(),
                task.externalId(),
                task.status().seenBy(owner),
                content.media(),
                content.complexityPermille() / 1_000.0,
                content.priority(),
                content.minTier(),
                tellsGold ? content.gold() : null,
                tellsGold ? content.training() : null,
                owner ? content.preLabel() : null,
                task.withdrawnFor(),
                task.outcome(),
                task.createdAt(),
                task.inReview());
    }
}
