package io.assay.review.adjudication;

import io.assay.review.gold.GoldVerdicts;
import io.assay.review.task.ReviewedTask;
import java.util.Optional;

/** Who may not decide: nobody judges what they did themselves. */
public final class Conflicts {

    /** Why this reviewer may not. */
    public enum Conflict {
        /** they labelled or flagged the picture */
        OWN_LABEL,
        /** it is their decision that is looked at once more */
        OWN_DECISION
    }

    private final GoldVerdicts golds;

    Conflicts(GoldVerdicts golds) {
        this.golds = golds;
    }

    Optional<Conflict> of(ReviewedTask task, String reviewer) {
        if (task.labelledBy(reviewer) || answeredGold(task, reviewer)) {
            return Optional.of(Conflict.OWN_LABEL);
        }
        boolean decided = task.audited() && Decisions.by(task).filter(reviewer::equals).isPresent();
        return decided ? Optional.of(Conflict.OWN_DECISION) : Optional.empty();
    }

    /** Labels of gold tasks are kept apart from the task. */
    private boolean answeredGold(ReviewedTask task, String reviewer) {
        return task.goldAnswer() != null && golds.labelledBy(task.taskId(), reviewer);
    }
}
