package io.assay.review.skill;

import static io.assay.review.TestEvents.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.assay.review.skill.signal.Signal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SkillTests {
    private static final String R = "requester";
    private static final Map<String, String> PROJECTS = Map.of("p", R);
    private static final ScoringContext YARDSTICK =
            new ScoringContext(TierLadder.DEFAULT, PROJECTS, Map.of(), List.of(), NOON);

    /** Quantiles of Beta(1 + successes, 1 + failures). */
    @ParameterizedTest
    @CsvSource({
        "0, 0, 0.05, 0.95",
        "20, 20, 0.8670541, 0.9975604",
        "15, 20, 0.5630237, 0.8675518",
        "998, 998, 0.9970058, 0.9999487"
    })
    void anIntervalLiesBetweenTheQuantilesOfTheBeta(
            long successes, long trials, double lower, double upper) {
        Interval interval = Interval.of(successes, trials);

        assertThat(interval.lower()).isCloseTo(lower, within(1e-6));
        assertThat(interval.upper()).isCloseTo(upper, within(1e-6));
    }

    @Test
    void perfectAnswersClimbAsDocumented() {
        assertThat(tierAfter(19, 0)).isEqualTo(1);
        assertThat(tierAfter(20, 0)).isEqualTo(2);
        assertThat(tierAfter(23, 0)).isEqualTo(3);
        assertThat(tierAfter(41, 0)).isEqualTo(4);
        assertThat(tierAfter(57, 0)).isEqualTo(4);
        assertThat(tierAfter(58, 0)).isEqualTo(5);
    }

    @Test
    void oneBadDayMovesNobody() {
        Skill skilled = after(Skill.NEW, 100, true);
        assertThat(skilled.tier(R)).isEqualTo(5);

        assertThat(after(skilled, 10, false).tier(R)).isEqualTo(5);
        assertThat(after(skilled, 100, false).tier(R)).isEqualTo(1);
    }

    @Property(tries = 200)
    void movesOneTierAtATimeAndNeverBeforeEnoughGolds(
            @ForAll @Size(max = 200) List<Boolean> answers) {
        Skill skill = Skill.NEW;
        for (boolean right : answers) {
            Skill next = scored(skill, right);
            assertThat(Math.abs(next.tier(R) - skill.tier(R))).isLessThanOrEqualTo(1);
            assertThat(next.tier(R)).isBetween(1, 5);
            assertThat(next.golds() >= 20 || next.tier(R) == 1).isTrue();
            SkillEstimate known = next.appraised(R, Map.of(), NOON);
            assertThat(known.lower()).isLessThanOrEqualTo(known.upper());
            skill = next;
        }
    }

    @Property(tries = 200)
    void neverGoesUpOnAWrongAnswerNorDownOnARightOne(
            @ForAll @Size(max = 200) List<Boolean> answers) {
        Skill skill = Skill.NEW;
        for (boolean right : answers) {
            Skill next = scored(skill, right);
            if (next.golds() > 20) {
                assertThat(right ? next.tier(R) >= skill.tier(R) : next.tier(R) <= skill.tier(R))
                        .isTrue();
            }
            skill = next;
        }
    }

    @Test
    void countsAScoreOnceUntilItIsConfirmedAndAfter() {
        Score score = new Score("t.w", "w", "animals", "p", 1, 1, NOON);
        WorkerSkills none = WorkerSkills.none("w");

        WorkerSkills once = none.with(List.of(score, score), Set.of(), YARDSTICK);
        WorkerSkills repeated = once.with(List.of(score), Set.of(), YARDSTICK);
        WorkerSkills confirmed = once.with(List.of(score), Set.of("t.w"), YARDSTICK);

        assertThat(once.in("animals").golds()).isEqualTo(1);
        assertThat(once.unconfirmed()).containsExactly("t.w");
        assertThat(repeated).isEqualTo(once);
        assertThat(confirmed.in("animals").golds()).isEqualTo(1);
        assertThat(confirmed.unconfirmed()).isEmpty();
    }

    @Test
    void trustsANewWorkerByThePriorAndAnotherByGold() {
        WorkerSkills good =
                new WorkerSkills("good", Map.of("animals", after(Skill.NEW, 45, true)), List.of());
        WorkerAccuracy crowd = WorkerAccuracy.of(Map.of("good", good), "animals", R, NOON);

        assertThat(crowd.accuracy("new")).isEqualTo(0.8);
        assertThat(crowd.accuracy("good")).isCloseTo(0.98, within(1e-9));
    }

    @Test
    void theLadderNamesWhatIsWrongWithIt() {
        assertThatThrownBy(() -> new TierLadder(List.of(0.9), List.of(0.8), 20))
                .hasMessage("up, down: [0.9], [0.8] (expected: 4 thresholds each)");
        assertThatThrownBy(
                        () ->
                                new TierLadder(
                                        List.of(0.8, 0.8, 0.8, 0.8),
                                        List.of(0.9, 0.7, 0.7, 0.7),
                                        20))
                .hasMessageEndingWith("(expected: 0 < down < up < 1)");
        assertThatThrownBy(
                        () -> new TierLadder(TierLadder.DEFAULT.up(), TierLadder.DEFAULT.down(), 0))
                .hasMessage("minGolds: 0 (expected: >= 1)");
    }

    @Test
    void whatIsTakenAwayLeavesNothingBehindAndOnlyOnce() {
        Score score = new Score("t.w", "w", "animals", "p", 1, 0, NOON.minusSeconds(99));
        WorkerSkills before =
                WorkerSkills.none("w")
                        .with(
                                List.of(new Score("u.w", "w", "animals", "p", 1, 0.5, NOON)),
                                Set.of(),
                                YARDSTICK);

        WorkerSkills scored = before.with(List.of(score), Set.of(), YARDSTICK);
        WorkerSkills undone =
                scored.with(List.of(score.undone(), score.undone()), Set.of(), YARDSTICK);

        assertThat(scored.in("animals").golds()).isEqualTo(2);
        assertThat(undone.in("animals").golds()).isEqualTo(1);
        assertThat(undone.in("animals").correct()).isEqualTo(0.5);
        assertThat(undone.in("animals").appraised(R, Map.of(), NOON).golds().weight())
                .isCloseTo(1, within(1e-9));
        assertThat(undone.unconfirmed()).containsExactly("u.w", "t.w", "t.w!undone");
        assertThat(
                        undone.with(List.of(score.undone()), Set.of("t.w!undone"), YARDSTICK)
                                .in("animals"))
                .isEqualTo(undone.in("animals"));
    }

    @Property(tries = 100)
    void theOrderOfCountingMakesNoDifference(
            @ForAll @Size(min = 1, max = 20) List<@IntRange(max = 400) Integer> days,
            @ForAll Random random) {
        List<Score> scores = new ArrayList<>();
        for (int i = 0; i < days.size(); i++) {
            scores.add(
                    new Score(
                            "t" + i,
                            "w",
                            "animals",
                            "p",
                            1,
                            i % 3 / 2.0,
                            NOON.plus(Duration.ofDays(days.get(i)))));
        }
        List<Score> shuffled = new ArrayList<>(scores);
        Collections.shuffle(shuffled, random);

        Evidence one = seen(scores);
        Evidence other = seen(shuffled);

        assertThat(one.weight()).isCloseTo(other.weight(), within(1e-9));
        assertThat(one.credit()).isCloseTo(other.credit(), within(1e-9));
        assertThat(one.weight()).isBetween(0.0, days.size() * (1 + 1e-9));
        assertThat(one.credit()).isBetween(0.0, one.weight());
    }

    private static Evidence seen(List<Score> scores) {
        return WorkerSkills.none("w")
                .with(scores, Set.of(), YARDSTICK)
                .in("animals")
                .requesters()
                .get(R)
                .seen()
                .asOf(NOON.plus(Duration.ofDays(400)));
    }

    @Test
    void answersCountHalfAfterTheHalfLife() {
        Skill skill = after(Skill.NEW, 40, true);

        SkillEstimate later = skill.appraised(R, Map.of(), NOON.plus(Evidence.HALF_LIFE));

        assertThat(later.golds().weight()).isCloseTo(20, within(1e-9));
        assertThat(later.lower()).isLessThan(skill.appraised(R, Map.of(), NOON).lower());
        assertThat(later.upper())
                .isGreaterThanOrEqualTo(skill.appraised(R, Map.of(), NOON).upper() - 0.01);
    }

    @Property(tries = 100)
    void whoRestsIsNotDemoted(
            @ForAll @IntRange(min = 20, max = 200) int right,
            @ForAll @IntRange(max = 20) int wrong,
            @ForAll @IntRange(max = 2_000) int days) {
        Skill skill = after(after(Skill.NEW, right, true), wrong, false);
        SkillEstimate later = skill.appraised(R, Map.of(), NOON.plus(Duration.ofDays(days)));

        int today = TierLadder.DEFAULT.next(skill.tier(R), skill.appraised(R, Map.of(), NOON));

        assertThat(TierLadder.DEFAULT.next(skill.tier(R), later))
                .isGreaterThanOrEqualTo(Math.min(skill.tier(R), today));
    }

    @Test
    void theCrowdCannotVouchForItself() {
        Skill few = after(Skill.NEW, 5, true);
        Evidence agreed = new Evidence(1_000, 1_000);

        SkillEstimate known = few.appraised(R, Map.of(R, agreed), NOON);

        assertThat(known.others().weight()).isCloseTo(5, within(1e-9));
        assertThat(TierLadder.DEFAULT.next(1, known)).isEqualTo(1);
    }

    @Test
    void whoIsWellKnownNeedsLessGold() {
        assertThat(GoldNeed.of(Skill.NEW.appraised(R, Map.of(), NOON))).isEqualTo(1);
        double twenty = GoldNeed.of(after(Skill.NEW, 20, true).appraised(R, Map.of(), NOON));
        double hundred = GoldNeed.of(after(Skill.NEW, 100, true).appraised(R, Map.of(), NOON));

        assertThat(twenty).isBetween(0.01, 0.3);
        assertThat(hundred).isZero();
        assertThat(GoldNeed.published(0.5, 0.4)).isEqualTo(0.5);
        assertThat(GoldNeed.published(0.5, 0.3)).isEqualTo(0.3);
        assertThat(GoldNeed.published(0.05, 0)).isZero();
    }

    @Property(tries = 100)
    void theNeedStaysInItsRangeAndIsToldSeldom(@ForAll @Size(max = 300) List<Boolean> answers) {
        Skill skill = Skill.NEW;
        int told = 0;
        for (boolean right : answers) {
            Skill next = scored(skill, right);
            assertThat(need(next)).isBetween(0.0, 1.0);
            told += need(next) == need(skill) ? 0 : 1;
            skill = next;
        }
        assertThat(told).isLessThanOrEqualTo(12);
    }

    private static double need(Skill skill) {
        return skill.requesters().containsKey(R)
                ? skill.requesters().get(R).level().goldNeed()
                : skill.level().goldNeed();
    }

    @Test
    void saysWhatWouldChangeATier() {
        Skill skill = after(Skill.NEW, 10, true);
        SkillEstimate known = skill.appraised(R, Map.of(), NOON);

        WhyTier why = WhyTier.of(skill.tier(R), known, TierLadder.DEFAULT);

        assertThat(why.tier()).isEqualTo(1);
        assertThat(why.up().tier()).isEqualTo(2);
        assertThat(why.up().rightInARow()).isEqualTo(10);
        assertThat(why.down()).isNull();
        assertThat(after(skill, why.up().rightInARow() - 1, true).tier(R)).isEqualTo(1);
        assertThat(after(skill, why.up().rightInARow(), true).tier(R)).isEqualTo(2);

        Skill high = after(Skill.NEW, 100, true);
        WhyTier top = WhyTier.of(5, high.appraised(R, Map.of(), NOON), TierLadder.DEFAULT);
        assertThat(top.up()).isNull();
        assertThat(after(high, top.down().wrongInARow() - 1, false).tier(R)).isEqualTo(5);
        assertThat(after(high, top.down().wrongInARow(), false).tier(R)).isEqualTo(4);
    }

    @Test
    void aWorkerSeesNoNumberMoveWithinADay() {
        Skill first = after(Skill.NEW, 30, true);
        Skill shown = first.showing(Map.of(), NOON);
        Skill later = scored(shown, false).showing(Map.of(), NOON.plusSeconds(600));

        assertThat(later.requesters().get(R).level().shown())
                .isEqualTo(shown.requesters().get(R).level().shown());
        assertThat(
                        later.showing(Map.of(), NOON.plus(Duration.ofDays(1)))
                                .requesters()
                                .get(R)
                                .level()
                                .shown())
                .isNotEqualTo(shown.requesters().get(R).level().shown());
    }

    @Test
    void whoMovesATierSeesAtOnceWhatMovedThem() {
        Skill before = after(Skill.NEW, 19, true).showing(Map.of(), NOON);

        Skill promoted = scored(before, true);

        assertThat(promoted.tier(R)).isEqualTo(2);
        assertThat(promoted.requesters().get(R).level().shown().known().golds().weight())
                .isCloseTo(20, within(1e-9));
        assertThat(promoted.requesters().get(R).level().shown().known().lower())
                .isGreaterThanOrEqualTo(0.8);
        assertThat(scored(promoted, true).requesters().get(R).level().shown())
                .isEqualTo(promoted.requesters().get(R).level().shown());
    }

    @Test
    void signalsLeadToMoreGoldThenToAReviewerAndToNothingElse() {
        Signal fast = new Signal(Signal.Kind.TOO_FAST, 1e-6, "too fast");
        ScoringContext loud =
                new ScoringContext(TierLadder.DEFAULT, PROJECTS, Map.of(), List.of(fast), NOON);
        WorkerSkills worker = after(WorkerSkills.none("w"), 100, YARDSTICK);
        assertThat(worker.in("animals").requesters().get(R).level().goldNeed()).isZero();

        WorkerSkills once = after(worker, 1, loud);
        assertThat(once.in("animals").requesters().get(R).level().goldNeed()).isEqualTo(1);
        assertThat(once.in("animals").tier(R)).isEqualTo(worker.in("animals").tier(R));
        assertThat(once.alarm().reviewFrom()).isNull();

        WorkerSkills still = each(once, Alarm.GOLDS_BEFORE_REVIEW, loud);
        assertThat(still.alarm().reviewFrom()).isEqualTo(NOON);
        assertThat(still.signals()).containsExactly(fast);

        WorkerSkills cleared = after(still.cleared(NOON), 1, loud);
        assertThat(cleared.signals()).isEmpty();
        assertThat(cleared.alarm().reviewFrom()).isNull();
        assertThat(cleared.in("animals").requesters().get(R).level().goldNeed()).isZero();
        assertThat(after(still, 1, YARDSTICK).alarm()).isNull();
    }

    private static WorkerSkills each(WorkerSkills before, int times, ScoringContext yardstick) {
        WorkerSkills worker = before;
        for (int i = 0; i < times; i++) {
            worker = after(worker, 1, yardstick);
        }
        return worker;
    }

    private static WorkerSkills after(WorkerSkills before, int answers, ScoringContext yardstick) {
        List<Score> scores = new ArrayList<>();
        for (int i = 0; i < answers; i++) {
            String id = "t" + before.in("animals").golds() + "." + i;
            scores.add(new Score(id, "w", "animals", "p", 1, 1, NOON));
        }
        return before.with(scores, Set.of(), yardstick);
    }

    private static Skill scored(Skill before, boolean right) {
        return before.with(new Score("t.w", "w", "animals", "p", 1, right ? 1 : 0, NOON), R)
                .settled(TierLadder.DEFAULT, Map.of(), false, NOON);
    }

    private static int tierAfter(int right, int wrong) {
        return after(after(Skill.NEW, right, true), wrong, false).tier(R);
    }

    private static Skill after(Skill before, int answers, boolean right) {
        Skill skill = before;
        for (int i = 0; i < answers; i++) {
            skill = scored(skill, right);
        }
        return skill;
    }
}
