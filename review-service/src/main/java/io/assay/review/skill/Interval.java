package io.assay.review.skill;

import org.apache.commons.statistics.distribution.BetaDistribution;

/** Where a share lies with 90 % probability, from a uniform prior; both bounds 0 to 1. */
public record Interval(double lower, double upper) {

    public static Interval of(long successes, long trials) {
        BetaDistribution posterior = BetaDistribution.of(1.0 + successes, 1.0 + trials - successes);
        return new Interval(
                posterior.inverseCumulativeProbability(0.05),
                posterior.inverseCumulativeProbability(0.95));
    }
}
