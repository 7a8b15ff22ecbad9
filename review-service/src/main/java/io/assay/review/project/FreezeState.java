package io.assay.review.project;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether a project's verdicts are held, or were.
 *
 * @param freeze null unless they are
 * @param thawedAt when operations ended the last one
 * @param waivedUntil what was handed in until then is not rejected, as rejections were not to be
 *     trusted; null if they always were
 */
public record FreezeState(
        @Nullable Freeze freeze, @Nullable Instant thawedAt, @Nullable Instant waivedUntil) {

    static final FreezeState NONE = new FreezeState(null, null, null);

    /** After people have looked at it, what was held comes at once, and is no news. */
    private static final Duration GRACE = Duration.ofHours(1);

    static FreezeState orNone(@Nullable FreezeState freezing) {
        return freezing == null ? NONE : freezing;
    }

    boolean mayFreeze(Instant now) {
        return freeze == null && (thawedAt == null || !now.isBefore(thawedAt.plus(GRACE)));
    }

    FreezeState frozen(Freeze next) {
        return new FreezeState(next, thawedAt, waivedUntil);
    }

    FreezeState ended(boolean waived, Instant now) {
        return new FreezeState(null, now, waived ? now : waivedUntil);
    }
}
