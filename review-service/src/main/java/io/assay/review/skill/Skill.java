package io.assay.review.skill;

import io.assay.events.SkillStanding;

/**
 * What gold answers tell of one worker in one skill.
 *
 * @param tier 1 to 5
 * @param golds answers to gold tasks
 * @param correct of these
 */
public record Skill(int tier, int golds, int correct) {

    static final Skill NEW = new Skill(1, 0, 0);

    /** The 90 % credible interval lies between these quantiles. */
    private static final double LOWER = 0.05;

    private static final double UPPER = 0.95;

    /** One more gold answer, and the tier that follows from all of them. */
    Skill scored(boolean right, TierLadder ladder) {
        Skill counted = new Skill(tier, golds + 1, correct + (right ? 1 : 0));
        return new Skill(ladder.next(counted), counted.golds, counted.correct);
    }

    /** An answer that was counted as wrong was right, and the tier that follows. */
    Skill corrected(TierLadder ladder) {
        Skill counted = new Skill(tier, golds, Math.min(golds, correct + 1));
        return new Skill(ladder.next(counted), counted.golds, counted.correct);
    }

    /** Lower bound of the accuracy's 90 % credible interval, from a uniform prior. */
    double lower() {
        return posterior().quantile(LOWER);
    }

    /** Upper bound of it. */
    double upper() {
        return posterior().quantile(UPPER);
    }

    SkillStanding standing() {
        return new SkillStanding(tier, golds, correct, lower(), upper());
    }

    private Beta posterior() {
        return new Beta(1.0 + correct, 1.0 + golds - correct);
    }
}
