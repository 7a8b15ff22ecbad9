package io.assay.review.skill;

/**
 * What the projects of one requester say of a worker in one skill, as it counts in the projects of
 * others: no more than {@link #MAX_ANSWERS} answers, of the same share of right ones.
 *
 * @param golds gold answers
 * @param others answers held against consensus and reviewers, never more than the gold answers
 */
record ForeignEvidence(Evidence golds, Evidence others) {

    /** Not enough to reach the highest tier with, and to lose it, by one requester's word. */
    static final double MAX_ANSWERS = 20;

    /** What somebody new is believed to get right. Who says more is for the worker. */
    private static final double USUAL = WorkerAccuracy.PRIOR_ACCURACY;

    ForeignEvidence {
        golds = golds.atMost(MAX_ANSWERS);
        others = others.atMost(Math.min(golds.weight(), MAX_ANSWERS - golds.weight()));
    }

    /** How much this speaks for the worker; negative if it speaks against. */
    double speaksFor() {
        return golds.credit() + others.credit() - USUAL * (golds.weight() + others.weight());
    }
}
