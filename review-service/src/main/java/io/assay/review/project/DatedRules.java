package io.assay.review.project;

import io.assay.events.GoldRule;
import io.assay.events.ReviewRule;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * What labels that were leased from a moment on are judged by.
 *
 * @param review how long their workers may appeal
 * @param gold how far they must agree
 */
record DatedRules(Instant since, ReviewRule review, GoldRule gold) {

    /** What {@link GoldRule} says of a rule that says nothing. */
    private static final double USUALLY_NEEDED = 0.8;

    private static final double USUALLY_FOUND = 0.5;

    boolean saysLike(DatedRules other) {
        return review.equals(other.review) && gold.equals(other.gold);
    }

    /** How long after a rejection a worker may appeal. */
    Duration appealWindow() {
        return Duration.ofDays(review.appealDays());
    }

    /** What is better for the worker of both, from the earlier on. */
    DatedRules mergedWith(DatedRules later) {
        return new DatedRules(
                since,
                new ReviewRule(
                        later.review.auditRate(),
                        Math.max(review.appealDays(), later.review.appealDays())),
                new GoldRule(
                        Math.min(neededBy(gold), neededBy(later.gold)),
                        Math.min(foundBy(gold), foundBy(later.gold)),
                        Math.min(exactBy(gold), exactBy(later.gold)),
                        later.gold.leastRate(),
                        later.gold.mostRate()));
    }

    private static double neededBy(GoldRule rule) {
        return Objects.requireNonNullElse(rule.needed(), USUALLY_NEEDED);
    }

    private static double foundBy(GoldRule rule) {
        return Objects.requireNonNullElse(rule.found(), USUALLY_FOUND);
    }

    private static double exactBy(GoldRule rule) {
        return Objects.requireNonNullElse(rule.exact(), foundBy(rule));
    }
}
