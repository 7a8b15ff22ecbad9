package io.assay.review.skill;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a worker stands in one skill, in the projects of one requester or of those who have not
 * checked them.
 *
 * @param tier 1 to 5
 * @param goldNeed as it was last published, 0 to 1
 * @param shown what the worker may see; null at first
 */
record SkillLevel(int tier, double goldNeed, @Nullable ShownSkill shown) {
    static final SkillLevel LOWEST = new SkillLevel(1, 1, null);

    /**
     * The tier and the need for gold that follow. Whoever moves a tier sees at once what moved
     * them; that a check was counted just now the new tier shows anyway.
     *
     * @param alarmed true if something about the worker's answers has to be looked at
     */
    SkillLevel settled(SkillEstimate known, TierLadder ladder, boolean alarmed, Instant now) {
        double need = alarmed ? 1 : GoldNeed.published(goldNeed, GoldNeed.of(known));
        int next = ladder.next(tier, known);
        return new SkillLevel(next, need, next == tier ? shown : ShownSkill.of(known, now));
    }

    /** Lets the worker see what is known by now, once a day. */
    SkillLevel showing(SkillEstimate known, Instant now) {
        return shown != null && shown.isOfSameDay(now)
                ? this
                : new SkillLevel(tier, goldNeed, ShownSkill.of(known, now));
    }

    boolean standsLike(SkillLevel other) {
        return tier == other.tier && goldNeed == other.goldNeed;
    }
}
