package io.assay.review.adjudication;

import io.assay.review.task.ReviewedTask;
import java.util.Optional;

/** Who may not decide: nobody judges what they did themselves. */
final class Conflicts {

    /** Why this reviewer may not. */
    enum Conflict {
        /** they labelled or flagged the picture */
        OWN_LABEL,
        /** it is their decision that is looked at once more */
        OWN_DECISION
    }

    private Conflicts() {}

    static Optional<Conflict> of(ReviewedTask task, String reviewer) {
        if (task.labelledBy(reviewer)) {
            return Optional.of(Conflict.OWN_LABEL);
        }
        boolean decided = task.audited() && Decisions.by(task).filter(reviewer::equals).isPresent();
        return decided ? Optional.of(Conflict.OWN_DECISION) : Optional.empty();
    }
}
