package io.assay.review.task;

import io.assay.review.gold.DoubtGold;
import io.assay.review.gold.GoldLabel;
import io.assay.review.gold.ScoreGold;
import java.util.List;
import java.util.function.Function;

/** Scores the gold labels of some steps, and suspends a gold that good workers contradict. */
class TakeGold {

    /** Better than is believed of somebody new: only who is known to be good makes one look. */
    private static final double GOOD = 0.8;

    private final ScoreGold gold;
    private final DoubtGold doubts;

    TakeGold(ScoreGold gold, DoubtGold doubts) {
        this.gold = gold;
        this.doubts = doubts;
    }

    /** Idempotent. Returns when every label is counted. */
    List<Step> take(List<Step> steps, Function<ReviewedTask, Circumstances> circumstances) {
        gold.score(steps.stream().flatMap(step -> step.golds().stream()).toList());
        return steps.stream()
                .map(
                        step ->
                                step.golds().isEmpty()
                                        ? step
                                        : looked(step, circumstances.apply(step.next())))
                .toList();
    }

    private Step looked(Step step, Circumstances circumstances) {
        ReviewedTask task = step.next();
        GoldAnswer known = task.gold();
        boolean look =
                known != null
                        && GoldReview.mayBeDoubted(task, known)
                        && step.golds().stream()
                                .anyMatch(label -> contradicted(label, circumstances));
        return look
                ? doubts.look(task.taskId(), circumstances.tolerance(), circumstances.now())
                        .map(doubt -> GoldReview.suspended(step, doubt))
                        .orElse(step)
                : step;
    }

    private static boolean contradicted(GoldLabel label, Circumstances circumstances) {
        return !label.right() && circumstances.crowd().accuracy(label.label().workerId()) > GOOD;
    }
}
