package io.assay.review.outcome;

import io.assay.events.Answer;
import io.assay.events.EscalationReason;
import io.assay.events.Event;
import io.assay.events.TaskEscalated;
import io.assay.review.gold.GoldDoubt;
import io.assay.review.task.GoldAnswer;
import io.assay.review.task.Progress;
import io.assay.review.task.ReviewContext;
import io.assay.review.task.ReviewedTask;
import io.assay.review.task.Step;
import io.assay.review.task.TaskInfo;
import io.assay.truth.consensus.Agreement;
import io.assay.truth.consensus.Tolerance;
import java.util.ArrayList;
import java.util.List;

/** What becomes of a known answer that workers contradict. Pure functions. */
public final class GoldRules {
    private GoldRules() {}

    /** No longer trusted, and in the reviewers' queue. Once: a doubted one is not doubted again. */
    public static Step suspended(Step step, GoldDoubt doubt) {
        ReviewedTask task = step.next();
        GoldAnswer gold = task.gold();
        TaskInfo info = task.info();
        if (gold == null || info == null || !mayBeDoubted(task, gold)) {
            return step;
        }
        ReviewedTask next = task.withGold(gold.doubted(doubt));
        List<Event> events = new ArrayList<>(step.events());
        if (task.progress() instanceof Progress.Open) {
            next =
                    next.withProgress(
                            new Progress.Escalated(
                                    EscalationReason.GOLD_DOUBTED,
                                    1 - doubt.probability(),
                                    doubt.at()));
            events.add(
                    new TaskEscalated(
                            task.taskId(),
                            info.projectId(),
                            EscalationReason.GOLD_DOUBTED,
                            doubt.workers().size(),
                            doubt.at()));
        }
        return new Step(next, events, step.golds());
    }

    public static boolean mayBeDoubted(ReviewedTask task, GoldAnswer gold) {
        boolean undecided =
                switch (task.progress()) {
                    case Progress.Open _, Progress.Escalated _ -> true;
                    case Progress.Answered _, Progress.Unlabelable _, Progress.Withdrawn _ -> false;
                };
        return undecided && gold.mayBeDoubted();
    }

    /** After a reviewer's decision on a gold task. */
    static ReviewedTask decided(ReviewedTask task, ReviewContext context) {
        GoldAnswer gold = task.gold();
        if (gold == null) {
            return task;
        }
        return switch (task.progress()) {
            case Progress.Answered answered ->
                    task.withGold(
                            says(answered.answer(), gold.answer(), context.tolerance())
                                    ? gold.asConfirmed()
                                    : gold.replaced(answered.answer(), context.now()));
            case Progress.Unlabelable _ -> task.withGold(gold.withoutAnswer(context.now()));
            case Progress.Open _, Progress.Escalated _, Progress.Withdrawn _ -> task;
        };
    }

    private static boolean says(Answer decided, Answer known, Tolerance tolerance) {
        return Agreement.between(known, decided, tolerance.credit()) >= tolerance.needed(decided);
    }
}
