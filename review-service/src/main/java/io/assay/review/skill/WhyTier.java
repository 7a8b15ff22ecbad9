package io.assay.review.skill;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Why somebody is in a tier, and what would change it: the rule in words, and the numbers.
 *
 * @param tier 1 to 5
 * @param rule in words
 * @param lower bound of the accuracy's 90 % credible interval
 * @param upper bound of it
 * @param answers gold answers, weighed by age
 * @param others what answers that were not gold count beside them
 * @param up what the next tier asks for; absent in the highest
 * @param down what the tier below begins with; absent in the lowest
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WhyTier(
        int tier,
        String rule,
        double lower,
        double upper,
        double answers,
        double others,
        @Nullable Up up,
        @Nullable Down down) {

    private static final int MOST = 1_000;

    /**
     * @param tier that follows
     * @param lowerNeeded what the lower bound has to reach
     * @param checksNeeded gold answers that are needed at least, in all
     * @param rightInARow right gold answers that would lead there, if no wrong one came between;
     *     absent if more than a thousand
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Up(
            int tier, double lowerNeeded, int checksNeeded, @Nullable Integer rightInARow) {}

    /**
     * @param tier that follows
     * @param upperBelow what the upper bound would have to fall under
     * @param wrongInARow wrong gold answers that would lead there, if no right one came between
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Down(int tier, double upperBelow, @Nullable Integer wrongInARow) {}

    static WhyTier of(int tier, Appraisal known, TierLadder ladder) {
        return new WhyTier(
                tier,
                rule(ladder),
                known.lower(),
                known.upper(),
                known.golds().weight(),
                known.others().weight(),
                up(tier, known, ladder),
                down(tier, known, ladder));
    }

    private static @Nullable Up up(int tier, Appraisal known, TierLadder ladder) {
        return ladder.isHighest(tier)
                ? null
                : new Up(
                        tier + 1,
                        ladder.up().get(tier - 1),
                        ladder.minGolds(),
                        least(tier, known, ladder, 1));
    }

    private static @Nullable Down down(int tier, Appraisal known, TierLadder ladder) {
        return tier == 1
                ? null
                : new Down(tier - 1, ladder.down().get(tier - 2), least(tier, known, ladder, 0));
    }

    /** By doubling and halving: the more answers of one kind, the nearer. */
    private static @Nullable Integer least(
            int tier, Appraisal known, TierLadder ladder, double credit) {
        if (!moves(tier, known, ladder, credit, MOST)) {
            return null;
        }
        int not = 0;
        int enough = MOST;
        while (enough - not > 1) {
            int middle = (not + enough) / 2;
            if (moves(tier, known, ladder, credit, middle)) {
                enough = middle;
            } else {
                not = middle;
            }
        }
        return enough;
    }

    private static boolean moves(
            int tier, Appraisal known, TierLadder ladder, double credit, int answers) {
        int next = ladder.next(tier, known.after(answers, credit * answers));
        return credit > 0 ? next > tier : next < tier;
    }

    private static String rule(TierLadder ladder) {
        return String.format(
                Locale.ROOT,
                "Up when it is 95 %% sure that you are right at least as often as the next tier asks"
                        + " for, down when it is 95 %% sure that you are right less often than your"
                        + " tier asks for, each after %d checked answers or more. Answers count half"
                        + " after %d days.",
                ladder.minGolds(),
                Evidence.HALF_LIFE.toDays());
    }
}
