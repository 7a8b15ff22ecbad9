package io.assay.review.learning;

import io.assay.events.OverlapRule;
import io.assay.truth.consensus.Consensus;
import io.assay.truth.inference.StoppingRule;

/**
 * What the labels of a task hold for true by now.
 *
 * @param worthAnother whether a further label is expected to gain its price, and may be asked for
 */
public record Estimate(Consensus consensus, boolean worthAnother) {

    /** By an answer's confidence alone: what is not for it is all for one other answer. */
    public static Estimate of(Consensus consensus, int labels, double accuracy, OverlapRule rule) {
        double[] posterior = {consensus.confidence(), 1 - consensus.confidence()};
        return new Estimate(
                consensus, stopping(rule).wantsMore(posterior, labels, accuracy, Long.MAX_VALUE));
    }

    /** Money for labels that are not wanted is not reserved, so the budget needs no look. */
    static StoppingRule stopping(OverlapRule rule) {
        return new StoppingRule(rule.target(), rule.min(), rule.max(), rule.pricePerLabel());
    }

    public double confidence() {
        return consensus.confidence();
    }
}
