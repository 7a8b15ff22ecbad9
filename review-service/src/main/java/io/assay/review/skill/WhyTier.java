package io.assay.review.skill;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Why somebody is in a tier, and what would change it: the rule in words, and the numbers. In the
 * projects of those who have not checked them, and by requester in the projects of those who have.
 *
 * @param tier 1 to 5
 * @param rule in words; absent in what is of one requester
 * @param lower bound of the accuracy's 90 % credible interval
 * @param upper bound of it
 * @param answers gold answers, weighed by age
 * @param others what answers that were not gold count beside them
 * @param up what the next tier asks for; absent in the highest
 * @param down what the tier below begins with; absent in the lowest
 * @param requesters the same by requester id, without the rule; absent in what is of one requester
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record WhyTier(
        int tier,
        @Nullable String rule,
        double lower,
        double upper,
        double answers,
        double others,
        @Nullable Up up,
        @Nullable Down down,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, WhyTier> requesters) {

    public WhyTier {
        requesters = Collections.unmodifiableMap(new TreeMap<>(requesters));
    }

    private static final int MAX_ANSWERS = 1_000;

    /**
     * @param tier that follows
     * @param lowerNeeded what the lower bound has to reach
     * @param checksNeeded gold answers that are needed at least, in all
     * @param rightInARow right gold answers that would lead there, if no wrong one came between;
     *     absent if more than a thousand
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Up(int tier, double lowerNeeded, int checksNeeded, @Nullable Integer rightInARow) {}

    /**
     * @param tier that follows
     * @param upperBelow what the upper bound would have to fall under
     * @param wrongInARow wrong gold answers that would lead there, if no right one came between
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Down(int tier, double upperBelow, @Nullable Integer wrongInARow) {}

    /** In the projects of one requester who has checked the worker. */
    static WhyTier of(int tier, SkillEstimate known, TierLadder ladder) {
        return of(tier, known, ladder, SkillEstimate::after, null, Map.of());
    }

    /** In the projects of those who have not; it takes further requesters to move there. */
    static WhyTier elsewhere(
            int tier, SkillEstimate known, TierLadder ladder, Map<String, WhyTier> requesters) {
        return of(tier, known, ladder, SkillEstimate::afterElsewhere, rule(ladder), requesters);
    }

    /** What is known after more answers, so many of them right. */
    private interface More {
        SkillEstimate after(SkillEstimate known, double answers, double right);
    }

    private static WhyTier of(
            int tier,
            SkillEstimate known,
            TierLadder ladder,
            More more,
            @Nullable String rule,
            Map<String, WhyTier> requesters) {
        return new WhyTier(
                tier,
                rule,
                known.lower(),
                known.upper(),
                known.checks().weight(),
                known.otherAnswers().weight(),
                up(tier, known, ladder, more),
                down(tier, known, ladder, more),
                requesters);
    }

    private static @Nullable Up up(int tier, SkillEstimate known, TierLadder ladder, More more) {
        return ladder.isHighest(tier)
                ? null
                : new Up(
                        tier + 1,
                        ladder.up().get(tier - 1),
                        ladder.minGolds(),
                        least(tier, known, ladder, more, 1));
    }

    private static @Nullable Down down(
            int tier, SkillEstimate known, TierLadder ladder, More more) {
        return tier == 1
                ? null
                : new Down(
                        tier - 1, ladder.down().get(tier - 2), least(tier, known, ladder, more, 0));
    }

    /** By doubling and halving: the more answers of one kind, the nearer. */
    private static @Nullable Integer least(
            int tier, SkillEstimate known, TierLadder ladder, More more, double credit) {
        if (!moves(tier, known, ladder, more, credit, MAX_ANSWERS)) {
            return null;
        }
        int not = 0;
        int enough = MAX_ANSWERS;
        while (enough - not > 1) {
            int middle = (not + enough) / 2;
            if (moves(tier, known, ladder, more, credit, middle)) {
                enough = middle;
            } else {
                not = middle;
            }
        }
        return enough;
    }

    private static boolean moves(
            int tier,
            SkillEstimate known,
            TierLadder ladder,
            More more,
            double credit,
            int answers) {
        int next = ladder.next(tier, more.after(known, answers, credit * answers));
        return credit > 0 ? next > tier : next < tier;
    }

    private static String rule(TierLadder ladder) {
        return String.format(
                Locale.ROOT,
                "Up when it is 95 %% sure that you are right at least as often as the next tier asks"
                        + " for, down when it is 95 %% sure that you are right less often than your"
                        + " tier asks for, each after %d checked answers or more. Answers count half"
                        + " after %d days. In the projects of a requester who has checked you, what"
                        + " they checked counts in full. What other requesters checked counts as at"
                        + " most %d answers of each, without the most and the least favourable of"
                        + " them, so that no single requester moves you elsewhere.",
                ladder.minGolds(),
                Evidence.HALF_LIFE.toDays(),
                Math.round(ForeignEvidence.MAX_ANSWERS));
    }
}
