package io.assay.review.skill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SkillTests {

    /** Reference values of the Beta distribution (R: qbeta). */
    @ParameterizedTest
    @CsvSource({
        "1, 1, 0.05, 0.05",
        "21, 1, 0.05, 0.8670621",
        "2, 3, 0.5, 0.3857276",
        "16, 6, 0.95, 0.8682271",
        "500, 500, 0.5, 0.5"
    })
    void boundsAreQuantilesOfTheBeta(double alpha, double beta, double share, double expected) {
        assertThat(new Beta(alpha, beta).quantile(share)).isCloseTo(expected, within(2e-3));
    }

    @Property(tries = 200)
    void quantileInvertsTheDistribution(
            @ForAll @IntRange(min = 1, max = 2_000) int alpha,
            @ForAll @IntRange(min = 1, max = 2_000) int beta,
            @ForAll @IntRange(min = 1, max = 99) int percent) {
        Beta known = new Beta(alpha, beta);

        assertThat(known.cumulative(known.quantile(percent / 100.0)))
                .isCloseTo(percent / 100.0, within(1e-6));
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
        assertThat(skilled.tier()).isEqualTo(5);

        assertThat(after(skilled, 10, false).tier()).isEqualTo(5);
        assertThat(after(skilled, 100, false).tier()).isEqualTo(1);
    }

    @Property(tries = 200)
    void movesOneTierAtATimeAndNeverBeforeEnoughGolds(
            @ForAll @Size(max = 200) List<Boolean> answers) {
        Skill skill = Skill.NEW;
        for (boolean right : answers) {
            Skill next = skill.scored(right, TierLadder.DEFAULT);
            assertThat(Math.abs(next.tier() - skill.tier())).isLessThanOrEqualTo(1);
            assertThat(next.tier()).isBetween(1, 5);
            assertThat(next.golds() >= 20 || next.tier() == 1).isTrue();
            assertThat(next.lower()).isLessThanOrEqualTo(next.upper());
            skill = next;
        }
    }

    @Property(tries = 200)
    void neverGoesUpOnAWrongAnswerNorDownOnARightOne(
            @ForAll @Size(max = 200) List<Boolean> answers) {
        Skill skill = Skill.NEW;
        for (boolean right : answers) {
            Skill next = skill.scored(right, TierLadder.DEFAULT);
            if (next.golds() > 20) {
                assertThat(right ? next.tier() >= skill.tier() : next.tier() <= skill.tier())
                        .isTrue();
            }
            skill = next;
        }
    }

    @Test
    void countsAScoreOnceUntilItIsConfirmedAndAfter() {
        Score score = new Score("t.w", "w", "animals", true);
        WorkerSkills none = WorkerSkills.none("w");

        WorkerSkills once = none.with(List.of(score, score), Set.of(), TierLadder.DEFAULT);
        WorkerSkills repeated = once.with(List.of(score), Set.of(), TierLadder.DEFAULT);
        WorkerSkills confirmed = once.with(List.of(score), Set.of("t.w"), TierLadder.DEFAULT);

        assertThat(once.in("animals").golds()).isEqualTo(1);
        assertThat(once.unconfirmed()).containsExactly("t.w");
        assertThat(repeated).isEqualTo(once);
        assertThat(confirmed.in("animals").golds()).isEqualTo(1);
        assertThat(confirmed.unconfirmed()).isEmpty();
    }

    @Test
    void trustsANewWorkerByThePriorAndAnotherByGold() {
        WorkerSkills good =
                new WorkerSkills("good", Map.of("animals", new Skill(1, 45, 45)), List.of());
        Crowd crowd = Crowd.of(Map.of("good", good), "animals");

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

    private static int tierAfter(int right, int wrong) {
        return after(after(Skill.NEW, right, true), wrong, false).tier();
    }

    private static Skill after(Skill before, int answers, boolean right) {
        Skill skill = before;
        for (int i = 0; i < answers; i++) {
            skill = skill.scored(right, TierLadder.DEFAULT);
        }
        return skill;
    }
}
