package io.assay.review.gold;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * How long a gold verdict is held.
 *
 * @param longest if no delay of the project is known to imitate
 */
record Hold(Delays delays, Duration longest, Clock clock) {

    /** Past the point where counting is done; a training answer is not held at all. */
    GoldLabel held(GoldLabel label) {
        if (label.teaches()) {
            return label.held(label.scoredAt(), true);
        }
        return drawn(label).orElseGet(() -> label.held(label.scoredAt().plus(longest), false));
    }

    /** With a delay counted from the answer, as the imitated one was; empty if none is known. */
    Optional<GoldLabel> drawn(GoldLabel label) {
        return delays.drawn(label.projectId(), label.label().workerId())
                .map(delay -> label.held(label.label().submittedAt().plus(delay), true));
    }
}
