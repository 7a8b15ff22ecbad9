package io.assay.review.skill;

import io.assay.review.skill.signal.Signal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something about a worker's answers is conspicuous. First the worker gets more gold; if it is
 * still so after {@link #GOLDS_BEFORE_REVIEW} more gold answers, a reviewer is asked. Nothing else
 * follows by itself.
 *
 * @param golds gold answers since
 * @param reviewFrom when a reviewer was asked; null until then
 * @param clearedAt when a reviewer found nothing to act on; null until then
 */
record Alarm(
        List<Signal> signals,
        int golds,
        Instant since,
        @Nullable Instant reviewFrom,
        @Nullable Instant clearedAt) {

    static final int GOLDS_BEFORE_REVIEW = 10;

    /** How long the worker is left in peace then. */
    static final Duration PEACE = Duration.ofDays(30);

    public Alarm {
        signals = List.copyOf(signals);
    }

    /** What holds after one more gold answer; null if nothing is conspicuous any more. */
    static @Nullable Alarm of(@Nullable Alarm before, ScoringContext context) {
        Instant now = context.now();
        if (before != null && before.isQuiet(now)) {
            return before;
        }
        if (!context.alarmed()) {
            return null;
        }
        return before == null || before.clearedAt != null
                ? new Alarm(context.signals(), 0, now, null, null)
                : before.still(context.signals(), now);
    }

    private Alarm still(List<Signal> now, Instant at) {
        boolean ask = reviewFrom == null && golds + 1 >= GOLDS_BEFORE_REVIEW;
        return new Alarm(now, golds + 1, since, ask ? at : reviewFrom, null);
    }

    /** Signals that are not looked at yet. */
    List<Signal> open() {
        return clearedAt == null ? signals : List.of();
    }

    boolean isQuiet(Instant now) {
        return clearedAt != null && now.isBefore(clearedAt.plus(PEACE));
    }

    Alarm cleared(Instant at) {
        return new Alarm(signals, golds, since, null, at);
    }
}
