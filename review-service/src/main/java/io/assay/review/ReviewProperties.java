package io.assay.review;

import io.assay.review.skill.TierLadder;
import io.assay.truth.consensus.Tolerance;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * {@code assay.review.*}
 *
 * @param tolerance how far an answer must agree with the accepted one to be right, in projects that
 *     do not say
 * @param tiers when workers move up and down
 */
@ConfigurationProperties("assay.review")
record ReviewProperties(@Nullable Least tolerance, @Nullable TierLadder tiers) {

    /** Least F1 over tags, and over whatever is drawn; over 0 to 1. */
    record Least(double tags, double objects) {}

    Tolerance toleranceOrDefault() {
        return tolerance == null
                ? Tolerance.DEFAULT
                : new Tolerance(tolerance.tags(), tolerance.objects());
    }

    TierLadder tiersOrDefault() {
        return tiers == null ? TierLadder.DEFAULT : tiers;
    }
}
