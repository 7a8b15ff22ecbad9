package io.assay.review.skill.signal;

import java.time.Instant;

/**
 * One answer of a worker, as far as habits show in it.
 *
 * @param picture what was shown, the same for the same picture
 * @param answer short, the same for equal answers
 * @param outcome what was decided, in the same form
 * @param at when it was submitted
 */
public record RecentAnswer(String picture, String answer, String outcome, Instant at) {

    boolean wrong() {
        return !answer.equals(outcome);
    }
}
