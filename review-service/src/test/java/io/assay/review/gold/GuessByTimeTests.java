package io.assay.review.gold;

import static io.assay.review.TestEvents.NOON;
import static io.assay.review.TestEvents.created;
import static io.assay.review.TestEvents.label;
import static org.assertj.core.api.Assertions.assertThat;

import io.assay.events.Answer;
import io.assay.events.LabelSubmitted;
import io.assay.events.TaskCreated;
import io.assay.events.TaskKind;
import io.assay.events.VerdictBasis;
import io.assay.review.verdict.Judgement;
import io.assay.review.verdict.Submission;
import io.assay.truth.consensus.Tolerance;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/**
 * Plays a worker who guesses gold from when 10,000 verdicts came: how late, at which part of a
 * second, together with which others, and whether one was as late as another to the millisecond. A
 * rate is how often gold gets the higher value of one gold and one other: 50 % by chance.
 */
class GuessByTimeTests {

    private static final int VERDICTS = 10_000;
    private static final double GOLD_RATE = 0.1;

    /** In deviations of a guess by chance: such a bound is passed once in 15,000 runs. */
    private static final double BOUND = 4;

    private static final TaskCreated TASK = created("p", "gold", TaskKind.GOLD);
    private static final Judgement JUDGEMENT =
            Judgement.of(
                    Submission.Label.of(label(TASK, "w", "cat")),
                    new Answer.Category("cat"),
                    Tolerance.DEFAULT,
                    VerdictBasis.GOLD);

    private record Verdict(Instant submittedAt, Instant at, boolean gold) {

        long delay() {
            return Duration.between(submittedAt, at).toMillis();
        }
    }

    private final Random random = new Random(1);
    private final VerdictDelays delays = new VerdictDelays(random);
    private final Hold hold =
            new Hold(delays, Duration.ofDays(1), Clock.fixed(NOON, ZoneOffset.UTC));

    @Test
    void theTimeOfAVerdictTellsNothing() {
        assertChance(played());
    }

    /** Where all verdicts on a batch come at once, as others answer by the batch, too. */
    @Test
    void theTimeTellsNothingWhereVerdictsComeTogether() {
        assertChance(playedInBatches());
    }

    private static void assertChance(List<Verdict> verdicts) {
        Map<Long, Integer> ofDelay = new HashMap<>();
        verdicts.forEach(one -> ofDelay.merge(one.delay(), 1, Integer::sum));
        Map<Long, Integer> ofMoment = new HashMap<>();
        verdicts.forEach(one -> ofMoment.merge(one.at().toEpochMilli(), 1, Integer::sum));

        assertChance("how late", verdicts, Verdict::delay);
        assertChance("part of a second", verdicts, one -> one.at().toEpochMilli() % 1_000);
        assertChance("part of a beat", verdicts, one -> one.at().toEpochMilli() % 250);
        assertChance("as late as others", verdicts, one -> ofDelay.get(one.delay()));
        assertChance(
                "at one moment with others",
                verdicts,
                one -> ofMoment.get(one.at().toEpochMilli()));
    }

    private List<Verdict> playedInBatches() {
        List<Verdict> verdicts = new ArrayList<>();
        Instant now = NOON;
        while (verdicts.size() < VERDICTS) {
            now = now.plusSeconds(60 + random.nextInt(600));
            Instant at = now.plus(later(50));
            List<Instant> golds = new ArrayList<>();
            boolean known = !verdicts.isEmpty();
            int works = 0;
            for (int i = 0; i < 10; i++) {
                if (known && random.nextDouble() < GOLD_RATE) {
                    golds.add(until(hold.held(scored(now))));
                } else {
                    works++;
                }
            }
            for (int i = 0; i < works; i++) {
                delays.noted("p", "w", now, at);
                verdicts.add(new Verdict(now, at, false));
            }
            List<VerdictDelays.Companion> told = delays.takeCompanions();
            for (int i = 0; i < golds.size(); i++) {
                Instant then = i < told.size() ? told.get(i).at() : golds.get(i);
                verdicts.add(new Verdict(now, then, true));
            }
        }
        return verdicts;
    }

    /** The worker is often first, and then waits long; the others of the project are not. */
    private List<Verdict> played() {
        List<Verdict> verdicts = new ArrayList<>();
        Instant now = NOON;
        for (int i = 0; i < 100; i++) {
            Instant before = NOON.minusSeconds(100_000 - 600L * i);
            delays.noted("p", "others", before, before.plus(later(1)));
            delays.noted("p", "w", before, before.plus(later(50)));
        }
        while (verdicts.size() < VERDICTS) {
            now = now.plusMillis(1 + random.nextInt(400_000));
            boolean gold = random.nextDouble() < GOLD_RATE;
            if (gold) {
                verdicts.add(new Verdict(now, told(now), true));
            } else {
                Duration delay = later(50);
                delays.noted("p", "w", now, now.plus(delay));
                verdicts.add(new Verdict(now, now.plus(delay), false));
            }
            delays.noted("p", "others", now, now.plus(later(1)));
        }
        return verdicts;
    }

    private Duration later(int seconds) {
        return Duration.ofMillis(Math.round(seconds * 1_000 * Math.exp(random.nextGaussian() / 2)));
    }

    /** At the first beat of whoever tells after its time has come. */
    private Instant told(Instant submittedAt) {
        GoldLabel held = hold.held(scored(submittedAt));
        Instant due = until(held);
        Instant beat = due.plusMillis(250 - due.toEpochMilli() % 250);
        return ReleaseVerdicts.publishedAt(held, beat);
    }

    private static Instant until(GoldLabel held) {
        return ((GoldLabel.Held) held.stage()).until();
    }

    private static GoldLabel scored(Instant submittedAt) {
        LabelSubmitted event = label(TASK, "w", "cat");
        LabelSubmitted then =
                new LabelSubmitted(
                        event.assignmentId(),
                        event.taskId(),
                        event.projectId(),
                        event.workerId(),
                        event.terms(),
                        event.answer(),
                        submittedAt.minusSeconds(5),
                        submittedAt);
        return GoldLabel.scored(
                Submission.Label.of(then),
                TASK.taskId(),
                "p",
                "animals",
                JUDGEMENT,
                1,
                submittedAt.plusMillis(20));
    }

    private static void assertChance(
            String feature, List<Verdict> verdicts, ToDoubleFunction<Verdict> value) {
        double golds = verdicts.stream().filter(Verdict::gold).count();
        double others = verdicts.size() - golds;
        double deviation = Math.sqrt((golds + others + 1) / (12 * golds * others));
        double rate = rate(verdicts, value, golds, others);

        System.out.printf(
                "guess the gold by time: %s: %.1f %% (chance: 50 %%, within %.1f)%n",
                feature, 100 * rate, 100 * BOUND * deviation);
        assertThat(rate).as(feature).isBetween(0.5 - BOUND * deviation, 0.5 + BOUND * deviation);
    }

    private static double rate(
            List<Verdict> verdicts, ToDoubleFunction<Verdict> value, double golds, double others) {
        List<Verdict> sorted = verdicts.stream().sorted(Comparator.comparingDouble(value)).toList();
        double ranks = 0;
        int i = 0;
        while (i < sorted.size()) {
            double now = value.applyAsDouble(sorted.get(i));
            int next = i;
            int goldsHere = 0;
            while (next < sorted.size() && value.applyAsDouble(sorted.get(next)) == now) {
                goldsHere += sorted.get(next).gold() ? 1 : 0;
                next++;
            }
            ranks += goldsHere * (i + 1 + next) / 2.0;
            i = next;
        }
        return (ranks - golds * (golds + 1) / 2) / (golds * others);
    }
}
