package io.assay.review.task;

import io.assay.events.Answer;
import io.assay.review.gold.GoldDoubt;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known to be right for a gold task.
 *
 * @param training true if a worker may see it afterwards
 * @param retired true if it is no longer trusted: labels are then accepted unscored
 * @param doubt why it is not trusted until a reviewer has looked at it; null if it is
 * @param confirmed true once a reviewer has: then nobody's doubt suspends it again
 * @param undoing what was scored until then is to be taken back; null if nothing is, any more
 */
public record GoldAnswer(
        Answer answer,
        boolean training,
        boolean retired,
        @Nullable GoldDoubt doubt,
        @Nullable Boolean confirmed,
        @Nullable Instant undoing) {

    GoldAnswer(Answer answer, boolean training, boolean retired) {
        this(answer, training, retired, null, null, null);
    }

    /** True if labels are scored by it. */
    public boolean trusted() {
        return !retired && doubt == null;
    }

    /** True if workers may bring it down. */
    public boolean mayBeDoubted() {
        return trusted() && !Boolean.TRUE.equals(confirmed);
    }

    GoldAnswer asRetired() {
        return new GoldAnswer(answer, training, true, doubt, confirmed, undoing);
    }

    public GoldAnswer doubted(GoldDoubt why) {
        return new GoldAnswer(answer, training, retired, why, confirmed, why.at());
    }

    /** A reviewer finds that it is right: what was scored stands, or stays taken back. */
    public GoldAnswer asConfirmed() {
        return new GoldAnswer(answer, training, retired, null, true, undoing);
    }

    /** A reviewer finds that something else is right: nobody is held to what was not. */
    public GoldAnswer replaced(Answer right, Instant now) {
        return new GoldAnswer(right, training, retired, null, true, now);
    }

    /** A reviewer finds that nothing is. */
    public GoldAnswer withoutAnswer(Instant now) {
        return new GoldAnswer(answer, training, true, null, true, now);
    }

    /** Once more, with what was scored since. */
    public GoldAnswer undoing(Instant until) {
        return new GoldAnswer(answer, training, retired, doubt, confirmed, until);
    }

    public GoldAnswer undone() {
        return new GoldAnswer(answer, training, retired, doubt, confirmed, null);
    }
}
