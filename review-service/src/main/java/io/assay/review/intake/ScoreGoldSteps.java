package io.assay.review.intake;

import io.assay.review.gold.DoubtGold;
import io.assay.review.gold.GoldLabel;
import io.assay.review.gold.ScoreGold;
import io.assay.review.outcome.GoldRules;
import io.assay.review.project.ReviewedProject;
import io.assay.review.task.GoldAnswer;
import io.assay.review.task.ReviewContext;
import io.assay.review.task.ReviewedTask;
import io.assay.review.task.Step;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Scores the gold labels of some steps, and suspends a gold that workers contradict. */
class ScoreGoldSteps {

    private final ScoreGold gold;
    private final DoubtGold doubts;

    ScoreGoldSteps(ScoreGold gold, DoubtGold doubts) {
        this.gold = gold;
        this.doubts = doubts;
    }

    /** Idempotent. Returns when every label is counted. */
    List<Step> take(List<Step> steps, Function<ReviewedTask, ReviewContext> context) {
        Set<String> late =
                gold.score(steps.stream().flatMap(step -> step.golds().stream()).toList());
        return steps.stream()
                .map(step -> late.contains(step.next().taskId()) ? undone(step, context) : step)
                .map(
                        step ->
                                step.golds().isEmpty()
                                        ? step
                                        : looked(step, context.apply(step.next())))
                .toList();
    }

    /** Of a suspended gold nothing counts, nor what another instance scored at the same moment. */
    private static Step undone(Step step, Function<ReviewedTask, ReviewContext> context) {
        ReviewedTask task = step.next();
        GoldAnswer known = task.gold();
        return known == null || known.doubt() == null
                ? step
                : new Step(
                        task.withGold(known.undoing(context.apply(task).now())),
                        step.events(),
                        step.golds());
    }

    private Step looked(Step step, ReviewContext context) {
        ReviewedTask task = step.next();
        GoldAnswer known = task.gold();
        ReviewedProject project = context.project();
        if (known == null
                || project == null
                || !GoldRules.mayBeDoubted(task, known)
                || step.golds().stream().allMatch(GoldLabel::right)) {
            return step;
        }
        return doubts.look(task.taskId(), project.requesterId(), context.tolerance(), context.now())
                .map(doubt -> GoldRules.suspended(step, doubt))
                .orElse(step);
    }
}
