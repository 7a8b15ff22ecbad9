package io.assay.review.skill;

import static io.assay.review.TestEvents.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.assay.events.RequesterStanding;
import io.assay.events.WorkerTierChanged;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** What one requester's word counts in the projects of others. */
class RequestersTests {
    private static final String STRANGER = "stranger";

    @Test
    void aRequesterLiftsAnAccompliceInTheirOwnProjectsOnly() {
        Skill lifted = checked(Skill.NEW, "accomplice", 58, true);

        assertThat(lifted.tier("accomplice")).isEqualTo(5);
        assertThat(lifted.tier(STRANGER)).isEqualTo(1);
        assertThat(lifted.appraised(STRANGER, Map.of(), NOON).checks().weight()).isZero();
        assertThat(checked(lifted, "accomplice", 5_000, true).tier(STRANGER)).isEqualTo(1);
    }

    @Test
    void whoWasLiftedByOneIsTrustedByOthersLikeSomebodyNew() {
        Skill lifted = checked(Skill.NEW, "accomplice", 500, true);
        WorkerAccuracy elsewhere = crowd(lifted, STRANGER);

        assertThat(elsewhere.accuracy("w")).isEqualTo(WorkerAccuracy.PRIOR_ACCURACY);
        assertThat(crowd(lifted, "accomplice").accuracy("w")).isGreaterThan(0.98);
        assertThat(lifted.level().goldNeed()).isEqualTo(1);
    }

    /** Beside honest ones, whose word counts, one more who lies changes nothing. */
    @Test
    void oneWhoLiesBesideHonestOnesChangesNoTier() {
        Skill honest = checkedByEach(Skill.NEW, 4, 30, i -> i % 10 < 8);
        int before = honest.tier(STRANGER);

        Skill lifted = checked(honest, "liar", 1_000, true);
        Skill ruined = checked(honest, "liar", 1_000, false);

        assertThat(lifted.tier(STRANGER)).isEqualTo(before);
        assertThat(ruined.tier(STRANGER)).isEqualTo(before);
    }

    @Test
    void aRequesterCannotRuinAWorkerElsewhere() {
        Skill good = checkedByEach(Skill.NEW, 6, 30, _ -> true);
        assertThat(good.tier(STRANGER)).isEqualTo(5);
        assertThat(good.tier("r0")).isEqualTo(5);

        Skill ruined = checked(good, "liar", 1_000, false);

        assertThat(ruined.tier("liar")).isEqualTo(1);
        assertThat(ruined.tier(STRANGER)).isEqualTo(5);
        assertThat(ruined.tier("r0")).isEqualTo(5);
        assertThat(crowd(ruined, STRANGER).accuracy("w"))
                .isCloseTo(crowd(good, STRANGER).accuracy("w"), within(0.02));
        Skill beginner = checked(checked(Skill.NEW, "liar", 1_000, false), "own", 58, true);
        assertThat(beginner.tier("own")).isEqualTo(5);
    }

    @Test
    void severalSmallRequestersTogetherDoNotLiftAnAccomplice() {
        assertThat(checkedByEach(Skill.NEW, 2, 1_000, _ -> true).tier(STRANGER)).isEqualTo(1);
        assertThat(checkedByEach(Skill.NEW, 11, 2, _ -> true).tier(STRANGER)).isEqualTo(1);
        assertThat(checkedByEach(Skill.NEW, 4, 1_000, _ -> true).tier(STRANGER)).isLessThan(4);
    }

    /** Each has checked the worker as often as one counts at most. */
    @Test
    void anHonestWorkerRisesByTheWordOfSeveral() {
        assertThat(checkedByEach(Skill.NEW, 3, 20, _ -> true).tier(STRANGER)).isEqualTo(2);
        assertThat(checkedByEach(Skill.NEW, 4, 20, _ -> true).tier(STRANGER)).isEqualTo(3);
        assertThat(checkedByEach(Skill.NEW, 5, 20, _ -> true).tier(STRANGER)).isEqualTo(5);
    }

    @Test
    void whoIsKnownToOthersStartsWhereTheyStandAndNeedsFewerChecks() {
        Skill known = checkedByEach(Skill.NEW, 5, 20, _ -> true);

        Skill first = checked(known, "new", 1, true);

        assertThat(first.tier("new")).isEqualTo(5);
        assertThat(first.standing(Map.of(), NOON).requesters()).isNullOrEmpty();
    }

    @Test
    void agreementsCountNoMoreThanTheChecksOfTheSameRequester() {
        Map<String, Evidence> agreed = new HashMap<>();
        agreed.put("liar", new Evidence(1_000, 1_000));
        Skill skill = checkedByEach(Skill.NEW, 5, 20, i -> i % 2 == 0);

        SkillEstimate without = skill.appraised(STRANGER, Map.of(), NOON);

        assertThat(skill.appraised(STRANGER, agreed, NOON)).isEqualTo(without);
    }

    @Test
    void theEventTellsWhereTheWorkerStandsWithWhom() {
        ScoringContext yardstick =
                new ScoringContext(
                        TierLadder.DEFAULT, Map.of("p", "own"), Map.of(), List.of(), NOON);
        List<Score> scores = new ArrayList<>();
        for (int i = 0; i < 58; i++) {
            scores.add(new Score("t" + i, "w", "animals", "p", 1, 1, NOON));
        }

        WorkerTierChanged told =
                WorkerSkills.none("w").with(scores, Set.of(), yardstick).changed(yardstick);

        assertThat(told.skills().get("animals").tier()).isEqualTo(1);
        RequesterStanding own = told.skills().get("animals").requesters().get("own");
        assertThat(own.tier()).isEqualTo(5);
        assertThat(own.goldNeed()).isLessThan(0.1);
    }

    @Test
    void theExplanationTellsBoth() {
        Skill skill = checkedByEach(Skill.NEW, 3, 10, _ -> true);
        WhyTier own =
                WhyTier.of(
                        skill.tier("r0"),
                        skill.appraised("r0", Map.of(), NOON),
                        TierLadder.DEFAULT);

        WhyTier why =
                WhyTier.elsewhere(
                        skill.tier(),
                        skill.appraised(Map.of(), NOON),
                        TierLadder.DEFAULT,
                        Map.of("r0", own));

        assertThat(why.rule()).contains("no single requester moves you elsewhere", "20 answers");
        assertThat(why.answers()).isCloseTo(10, within(1e-9));
        assertThat(why.requesters()).containsOnlyKeys("r0");
        assertThat(own.rule()).isNull();
        Skill promoted = checked(skill, "r0", own.up().rightInARow(), true);
        assertThat(promoted.tier("r0")).isEqualTo(2);
        assertThat(checked(skill, "r0", own.up().rightInARow() - 1, true).tier("r0")).isEqualTo(1);
        assertThat(checked(skill, "r0", 1_000, true).tier(STRANGER)).isEqualTo(1);
        assertThat(why.up().rightInARow()).isPositive();
    }

    @Test
    void whatIsKeptIsBoundedAndWhoHasJustCheckedIsAmongIt() {
        Skill skill = checkedByEach(Skill.NEW, Skill.MAX_KEPT, 2, _ -> true);

        Skill more = checked(skill, "one more", 1, true);

        assertThat(more.requesters()).hasSize(Skill.MAX_KEPT).containsKey("one more");
        assertThat(more.projects()).hasSize(Skill.MAX_KEPT).containsKey("of one more");
    }

    @Test
    void whatIsTakenAwayOfARequesterLeavesNothing() {
        Score score = new Score("t", "w", "animals", "p", 1, 0, NOON);
        Skill skill = Skill.NEW.with(score, "r").with(score.undone(), "r");

        assertThat(skill.requesters()).isEmpty();
    }

    /** Whatever one more requester says, as often as they like: others see no other tier by it. */
    @Property(tries = 100)
    void noRequesterAloneMovesAnybodyByMoreThanAnotherHonestOneWould(
            @ForAll @IntRange(max = 2) int honest,
            @ForAll @IntRange(min = 1, max = 500) int answers,
            @ForAll Random random) {
        Skill skill = checkedByEach(Skill.NEW, honest, 20, _ -> random.nextInt(10) < 9);
        boolean right = random.nextBoolean();

        Skill after = checked(skill, "liar", answers, right);

        assertThat(after.tier(STRANGER)).isLessThanOrEqualTo(2);
        assertThat(after.appraised(STRANGER, Map.of(), NOON).checks().weight())
                .isLessThanOrEqualTo(ForeignEvidence.MAX_ANSWERS + 1e-9);
    }

    private interface Answers {
        boolean right(int i);
    }

    private static Skill checkedByEach(Skill before, int requesters, int answers, Answers right) {
        Skill skill = before;
        for (int i = 0; i < answers; i++) {
            for (int r = 0; r < requesters; r++) {
                skill = checked(skill, "r" + r, 1, right.right(i));
            }
        }
        return skill;
    }

    private static Skill checked(Skill before, String requester, int answers, boolean right) {
        Skill skill = before;
        for (int i = 0; i < answers; i++) {
            skill =
                    skill.with(
                                    new Score(
                                            "t",
                                            "w",
                                            "animals",
                                            "of " + requester,
                                            1,
                                            right ? 1 : 0,
                                            NOON),
                                    requester)
                            .settled(TierLadder.DEFAULT, Map.of(), false, NOON);
        }
        return skill;
    }

    private static WorkerAccuracy crowd(Skill skill, String requester) {
        return WorkerAccuracy.of(
                Map.of("w", new WorkerSkills("w", Map.of("animals", skill), List.of())),
                "animals",
                requester,
                NOON);
    }
}
