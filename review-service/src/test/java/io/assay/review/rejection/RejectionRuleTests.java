package io.assay.review.rejection;

import static io.assay.review.rejection.RecentVerdict.Kind.CONSENSUS;
import static io.assay.review.rejection.RecentVerdict.Kind.GOLD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RejectionRuleTests {
    private static final Instant NOON = Instant.parse("2026-01-15T12:00:00Z");
    private static final RejectionTally USUAL = new RejectionTally(100, 2_000);

    @Test
    void farMoreRejectionsThanUsualAlarm() {
        RejectionRule.Evidence evidence =
                RejectionRule.DEFAULT.alarm(GOLD, USUAL, verdicts(100, 40, 20)).orElseThrow();

        assertThat(evidence.usual()).isCloseTo(110 / 2_050.0, within(1e-9));
        assertThat(evidence.rejected()).isEqualTo(38);
        assertThat(evidence.judged()).isEqualTo(95);
        assertThat(evidence.chance()).isLessThan(1e-6);
    }

    @Test
    void whatIsUsualOrLittleDoesNotAlarm() {
        assertThat(RejectionRule.DEFAULT.alarm(GOLD, USUAL, verdicts(200, 12, 20))).isEmpty();
        assertThat(RejectionRule.DEFAULT.alarm(GOLD, USUAL, verdicts(50, 40, 20))).isEmpty();
        assertThat(RejectionRule.DEFAULT.alarm(GOLD, USUAL, List.of())).isEmpty();
    }

    /** Then it is the worker, and not the check. */
    @Test
    void oneBadWorkerDoesNotAlarm() {
        List<RecentVerdict> all = new ArrayList<>(verdicts(100, 5, 20));
        IntStream.range(0, 100).forEach(_ -> all.add(new RecentVerdict("bad", true, GOLD, NOON)));

        assertThat(RejectionRule.DEFAULT.alarm(GOLD, USUAL, all)).isEmpty();
    }

    @Test
    void aFewWorkersDoNotAlarm() {
        assertThat(RejectionRule.DEFAULT.alarm(GOLD, USUAL, verdicts(200, 150, 5))).isEmpty();
        assertThat(RejectionRule.DEFAULT.alarm(GOLD, USUAL, verdicts(200, 150, 6))).isPresent();
    }

    /** As long as little is known of the usual, more is needed to call something unusual. */
    @Test
    void theLessIsKnownTheMoreItTakes() {
        assertThat(RejectionRule.DEFAULT.alarm(GOLD, RejectionTally.NONE, verdicts(105, 40, 20)))
                .isEmpty();
        assertThat(RejectionRule.DEFAULT.alarm(GOLD, RejectionTally.NONE, verdicts(105, 80, 20)))
                .isPresent();
    }

    /** Against the beta-binomial distribution summed from its definition. */
    @Test
    void theTailIsTheDistributions() {
        assertThat(RejectionRule.tail(0, 10, 2, 3)).isCloseTo(1, within(1e-12));
        assertThat(RejectionRule.tail(1, 1, 2, 3)).isCloseTo(0.4, within(1e-12));
        // two draws with replacement of what was drawn: 2/5 * 3/6
        assertThat(RejectionRule.tail(2, 2, 2, 3)).isCloseTo(0.2, within(1e-12));
        assertThat(RejectionRule.tail(1_000, 1_000, 10, 40)).isBetween(0.0, 1e-30);
    }

    /** Workers who are wrong as often as ever do not raise it: not once in these tries. */
    @Property(tries = 200)
    void theUsualRateDoesNotAlarm(
            @ForAll @DoubleRange(min = 0.02, max = 0.4) double rate, @ForAll Random random) {
        RejectionTally before = RejectionTally.NONE;
        for (int i = 0; i < 2_000; i++) {
            before = before.plus(random.nextDouble() < rate);
        }
        List<RecentVerdict> verdicts =
                IntStream.range(0, 200)
                        .mapToObj(
                                i ->
                                        new RecentVerdict(
                                                "w" + i % 20,
                                                random.nextDouble() < rate,
                                                GOLD,
                                                NOON))
                        .toList();

        assertThat(RejectionRule.DEFAULT.alarm(GOLD, before, verdicts)).isEmpty();
    }

    @Property
    void theTailIsAProbability(
            @ForAll @IntRange(max = 200) int least,
            @ForAll @IntRange(max = 200) int n,
            @ForAll @DoubleRange(min = 0.5, max = 5_000) double a,
            @ForAll @DoubleRange(min = 0.5, max = 5_000) double b) {
        double tail = RejectionRule.tail(least, n, a, b);

        assertThat(tail).isBetween(0.0, 1.0);
        assertThat(tail).isGreaterThanOrEqualTo(RejectionRule.tail(least + 1, n, a, b));
    }

    @Test
    void limitsAreChecked() {
        assertThatThrownBy(() -> new RejectionRule(0, 1, 0.1, 0.1))
                .hasMessage("minVerdicts, minWorkers: 0, 1 (expected: >= 1)");
        assertThatThrownBy(() -> new RejectionRule(1, 1, 0, 0.1))
                .hasMessage("excess, chance: 0.0, 0.1 (expected: over 0 to 1)");
    }

    @Test
    void onlyTheLatestCountAsLatest() {
        RecentVerdicts recent = RecentVerdicts.NONE.plus(verdicts(300, 100, 20));

        assertThat(recent.latest()).hasSize(200);
        assertThat(recent.before()).isEqualTo(new RejectionTally(100, 100));
        RecentVerdict later = new RecentVerdict("w", false, GOLD, NOON.plus(Duration.ofHours(2)));
        assertThat(recent.plus(List.of(later)).latest()).containsExactly(later);
    }

    @Test
    void whatWasLongAgoCountsLess() {
        RejectionTally tally = new RejectionTally(4_000, 5_000);

        assertThat(tally.plus(false)).isEqualTo(new RejectionTally(2_000, 2_500.5));
    }

    @Test
    void anAlarmIsByProjectAndKnowsWhatWasTold() {
        RejectionAlarm alarm = new RejectionAlarm(RejectionRule.DEFAULT);
        alarm.add("p1", verdicts(1_000, 0, 20));

        assertThat(alarm.on("p1", verdicts(200, 60, 20))).isPresent();
        assertThat(alarm.on("p2", verdicts(200, 60, 20))).isEmpty();
    }

    /**
     * What is disputed is decided last, and of it more is rejected: that is no alarm, unless it is
     * most.
     */
    @Test
    void verdictsAreComparedWithTheirLike() {
        RejectionAlarm alarm = new RejectionAlarm(RejectionRule.DEFAULT);
        alarm.add("p", verdicts(1_000, 0, 20));
        List<RecentVerdict> disputed = consensus(70);

        assertThat(alarm.on("p", disputed)).isEmpty();
        assertThat(alarm.on("p", verdicts(200, 70, 20))).isPresent();
        alarm.add("p", disputed);
        assertThat(alarm.on("p", consensus(150))).isPresent();
    }

    @Test
    void ofMoreProjectsThoseAreForgottenThatWereSilentLongest() {
        RejectionAlarm alarm = new RejectionAlarm(RejectionRule.DEFAULT);
        alarm.add("first", verdicts(1_000, 0, 20));
        alarm.add("second", verdicts(1_000, 0, 20));
        for (int i = 0; i < RejectionAlarm.MAX_PROJECTS - 2; i++) {
            alarm.add("p" + i, verdicts(1, 0, 1));
        }
        alarm.add("first", verdicts(1, 0, 1));
        assertThat(alarm.size()).isEqualTo(RejectionAlarm.MAX_PROJECTS);

        alarm.add("one more", verdicts(1, 0, 1));

        assertThat(alarm.size()).isEqualTo(RejectionAlarm.MAX_PROJECTS);
        assertThat(alarm.on("first", verdicts(200, 60, 20))).isPresent();
        assertThat(alarm.on("second", verdicts(200, 60, 20))).isEmpty();
    }

    private static List<RecentVerdict> consensus(int rejected) {
        return verdicts(200, rejected, 20).stream()
                .map(one -> new RecentVerdict(one.workerId(), one.rejected(), CONSENSUS, NOON))
                .toList();
    }

    /** The first are rejected, in turn over the workers. */
    private static List<RecentVerdict> verdicts(int judged, int rejected, int workers) {
        return IntStream.range(0, judged)
                .mapToObj(i -> new RecentVerdict("w" + i % workers, i < rejected, GOLD, NOON))
                .toList();
    }
}
