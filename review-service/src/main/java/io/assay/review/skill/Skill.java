package io.assay.review.skill;

import io.assay.events.SkillStanding;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What gold answers tell of one worker in one skill.
 *
 * @param tier 1 to 5
 * @param golds answers to gold tasks
 * @param correct of these, what was right, in parts where an answer was partly right
 * @param seen the same, weighed by age
 * @param projects the same by project
 * @param goldNeed as it was last told, 0 to 1
 * @param shown what the worker may see; null at first
 */
public record Skill(
        int tier,
        int golds,
        double correct,
        Evidence seen,
        Map<String, Evidence> projects,
        Double goldNeed,
        @Nullable Shown shown) {

    static final Skill NEW = new Skill(1, 0, 0);

    /** Of more projects, those of which the least is known are not kept apart. */
    private static final int MOST_PROJECTS = 50;

    public Skill {
        seen = Evidence.orOf(seen, golds, correct);
        projects = orNone(projects);
        goldNeed = orWhole(goldNeed);
    }

    /** All of it seen at the landmark. */
    Skill(int tier, int golds, double correct) {
        this(tier, golds, correct, new Evidence(golds, correct), Map.of(), 1.0, null);
    }

    private static Map<String, Evidence> orNone(@Nullable Map<String, Evidence> projects) {
        return projects == null ? Map.of() : Map.copyOf(projects);
    }

    private static Double orWhole(@Nullable Double need) {
        return need == null ? Double.valueOf(1) : need;
    }

    /** One gold answer more, or less. */
    Skill with(Score score) {
        double right = score.right();
        Map<String, Evidence> next = new HashMap<>(projects);
        next.put(
                score.projectId(),
                next.getOrDefault(score.projectId(), Evidence.NONE)
                        .plus(score.answers(), right, score.at()));
        if (next.size() > MOST_PROJECTS) {
            next.entrySet().stream()
                    .min(Comparator.comparingDouble(entry -> entry.getValue().weight()))
                    .ifPresent(least -> next.remove(least.getKey()));
        }
        return new Skill(
                tier,
                Math.max(0, golds + score.answers()),
                Math.max(0, correct + right),
                seen.plus(score.answers(), right, score.at()),
                next,
                goldNeed,
                shown);
    }

    /**
     * The tier and the need for gold that follow. Whoever moves a tier sees at once what moved
     * them; that a check was counted just now the new tier tells anyway.
     *
     * @param alarmed true if something about the worker's answers has to be looked at
     */
    Skill settled(TierLadder ladder, Evidence others, boolean alarmed, Instant now) {
        Appraisal known = appraised(others, now);
        double need = alarmed ? 1 : GoldNeed.told(goldNeed, GoldNeed.of(known));
        int next = ladder.next(tier, known);
        Shown seeing = next == tier ? shown : Shown.of(known, now);
        return new Skill(next, golds, correct, seen, projects, need, seeing);
    }

    /** Lets the worker see what is known by now, once a day. */
    Skill showing(Evidence others, Instant now) {
        return shown != null && shown.isOfSameDay(now)
                ? this
                : new Skill(
                        tier,
                        golds,
                        correct,
                        seen,
                        projects,
                        goldNeed,
                        Shown.of(appraised(others, now), now));
    }

    /**
     * @param others answers held against consensus and reviewers, as they are kept
     */
    public Appraisal appraised(Evidence others, Instant now) {
        return new Appraisal(seen.asOf(now), others.asOf(now));
    }

    /** Without one of its answers: what is known of the worker from all the others. */
    public Appraisal appraisedWithout(Score score, Instant now) {
        return with(score.undone()).appraised(Evidence.NONE, now);
    }

    boolean standsLike(Skill other) {
        return tier == other.tier && goldNeed.equals(other.goldNeed);
    }

    SkillStanding standing(Evidence others, Instant now) {
        Appraisal known = appraised(others, now);
        return new SkillStanding(
                tier, golds, correct, known.lower(), known.upper(), goldNeed, known.told());
    }
}
