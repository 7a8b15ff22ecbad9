package io.assay.review.skill;

import io.assay.review.skill.signal.RecentAnswer;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A label held against an outcome that did not rest on gold, or a correction of that.
 *
 * @param requesterId of the project
 * @param judged 1 if it is held against one, 0 if it was before, -1 if it no longer counts
 * @param agreed 1 if it agrees with the outcome
 * @param weight what it counts beside a gold answer, 0 to 1
 * @param act what it was; null if it says nothing of the worker's habits
 */
public record OutcomeAgreement(
        String workerId,
        String skill,
        String requesterId,
        int judged,
        int agreed,
        double weight,
        Instant at,
        @Nullable RecentAnswer act) {

    /** Against what the crowd decided: it may be wrong, and the worker is a part of it. */
    public static final double BY_CONSENSUS = 0.25;

    /** Against what a reviewer decided. */
    public static final double BY_REVIEWER = 1;
}
