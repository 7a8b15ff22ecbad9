package io.assay.review.skill;

import io.assay.events.SkillEvidence;

/**
 * What is known at one moment of how often a worker is right in one skill: a Beta posterior from a
 * uniform prior.
 *
 * <p>Answers held against consensus and reviewers count, too, but together never more than the gold
 * answers do: the crowd cannot vouch for itself.
 *
 * @param golds gold answers, weighed by age
 * @param others other answers, weighed by age and by what they were held against
 */
public record Appraisal(Evidence golds, Evidence others) {

    /** The 90 % credible interval lies between these quantiles. */
    private static final double LOWER = 0.05;

    private static final double UPPER = 0.95;

    public Appraisal {
        others = others.atMost(golds.weight());
    }

    /** Even a pessimist believes that the worker is right so often. */
    public double lower() {
        return posterior().quantile(LOWER);
    }

    /** Not even an optimist believes that the worker is right more often. */
    public double upper() {
        return posterior().quantile(UPPER);
    }

    public double mean() {
        return posterior().mean();
    }

    /** After more gold answers. */
    Appraisal after(double answers, double right) {
        return new Appraisal(golds.plus(new Evidence(answers, right)), others);
    }

    SkillEvidence told() {
        return new SkillEvidence(golds.weight(), golds.credit(), others.weight(), others.credit());
    }

    private Beta posterior() {
        return new Beta(1 + golds.credit() + others.credit(), 1 + golds.wrong() + others.wrong());
    }
}
