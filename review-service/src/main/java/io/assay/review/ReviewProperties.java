package io.assay.review;

import io.assay.review.consensus.Tolerance;
import io.assay.review.skill.TierLadder;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * {@code assay.review.*}
 *
 * @param tolerance how far an answer must agree with the accepted one to be right
 * @param tiers when workers move up and down
 */
@ConfigurationProperties("assay.review")
record ReviewProperties(@Nullable Tolerance tolerance, @Nullable TierLadder tiers) {

    Tolerance toleranceOrDefault() {
        return tolerance == null ? Tolerance.DEFAULT : tolerance;
    }

    TierLadder tiersOrDefault() {
        return tiers == null ? TierLadder.DEFAULT : tiers;
    }
}
