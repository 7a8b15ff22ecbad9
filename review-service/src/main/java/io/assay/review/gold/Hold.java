package io.assay.review.gold;

import io.assay.review.verdict.Submission;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * How long a gold verdict is held.
 *
 * @param longest if no delay of the project is known to imitate
 */
record Hold(VerdictDelays delays, Duration longest, Clock clock) {

    /** Past the point where counting is done; a training answer is not held at all. */
    GoldLabel held(GoldLabel label) {
        if (label.teaches()) {
            return label.held(label.scoredAt(), true);
        }
        return drawn(label).orElseGet(() -> label.held(label.scoredAt().plus(longest), false));
    }

    /** When others would be published; empty if nothing is known of those. */
    Optional<GoldLabel> drawn(GoldLabel label) {
        Submission.Label answer = label.label();
        return delays.due(label.projectId(), answer.workerId(), label.id(), answer.submittedAt())
                .map(due -> label.held(due, true));
    }
}
