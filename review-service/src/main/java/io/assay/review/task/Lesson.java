package io.assay.review.task;

import io.assay.events.Answer;
import io.assay.review.gold.GoldLabel;
import io.assay.review.verdict.Submission;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a step teaches of those who labelled its task.
 *
 * @param gold whether a truth is, or was, known
 * @param truth null if it is not, or no longer
 */
record Lesson(boolean gold, @Nullable Answer truth, List<Submission.Label> labels) {

    static Lesson of(Step step) {
        GoldAnswer known = step.next().gold();
        return known == null
                ? new Lesson(false, null, step.next().labels())
                : new Lesson(
                        true,
                        known.trusted() ? known.answer() : null,
                        step.golds().stream()
                                .filter(GoldLabel::measures)
                                .map(GoldLabel::label)
                                .toList());
    }
}
