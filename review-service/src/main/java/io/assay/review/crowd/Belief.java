package io.assay.review.crowd;

import io.assay.events.OverlapRule;
import io.assay.review.consensus.Consensus;
import io.assay.review.inference.StoppingRule;

/**
 * What the labels of a task hold for true by now.
 *
 * @param worthAnother whether a further label is expected to gain its price, and may be asked for
 */
public record Belief(Consensus consensus, boolean worthAnother) {

    /** By an answer's confidence alone: what is not for it is all for one other answer. */
    public static Belief of(Consensus consensus, int labels, double accuracy, OverlapRule rule) {
        double confidence = consensus.confidence();
        return of(consensus, new double[] {confidence, 1 - confidence}, labels, accuracy, rule);
    }

    /**
     * @param posterior of each answer
     * @param labels that there are
     * @param accuracy probability that the next label is right
     */
    static Belief of(
            Consensus consensus,
            double[] posterior,
            int labels,
            double accuracy,
            OverlapRule rule) {
        StoppingRule stopping =
                new StoppingRule(rule.target(), rule.min(), rule.max(), rule.pricePerLabel());
        // money for labels that are not wanted is not reserved, so the budget needs no look here
        return new Belief(
                consensus, stopping.wantsMore(posterior, labels, accuracy, Long.MAX_VALUE));
    }

    public double confidence() {
        return consensus.confidence();
    }
}
