package io.assay.review.gold;

import static io.assay.review.TestEvents.NOON;
import static io.assay.review.TestEvents.created;
import static io.assay.review.TestEvents.label;
import static org.assertj.core.api.Assertions.assertThat;

import io.assay.events.Answer;
import io.assay.events.TaskCreated;
import io.assay.events.TaskKind;
import io.assay.events.VerdictBasis;
import io.assay.review.verdict.Judgement;
import io.assay.review.verdict.Submission;
import io.assay.truth.consensus.Credit;
import io.assay.truth.consensus.Tolerance;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HoldTests {
    private static final TaskCreated TASK = created("p", "gold", TaskKind.GOLD);
    private static final Instant SUBMITTED = label(TASK, "w", "cat").submittedAt();
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private final VerdictDelays delays = new VerdictDelays(new Random(1));
    private Instant answered = SUBMITTED.minusSeconds(100_000_000);
    private final Hold hold = new Hold(delays, LONGEST, Clock.fixed(NOON, ZoneOffset.UTC));

    @Test
    void imitatesTheDelaysOfTheProject() {
        noted("p", "v", Duration.ofSeconds(40));
        noted("p", "v", Duration.ofSeconds(90));

        Set<Duration> drawn = new HashSet<>();
        for (int i = 0; i < 200; i++) {
            GoldLabel held = hold.held(scored());
            drawn.add(Duration.between(SUBMITTED, stage(held).until()));
            assertThat(stage(held).undrawn()).isNull();
        }

        assertThat(drawn)
                .hasSizeGreaterThan(190)
                .allMatch(delay -> delay.toSeconds() >= 40 && delay.toSeconds() <= 90);
    }

    /** Who is first waits for the others; who is last waits for nobody. */
    @Test
    void imitatesTheWorkersOwnDelaysOnceThereAreSome() {
        for (int i = 0; i < 60; i++) {
            noted("p", "v", Duration.ofSeconds(1));
        }
        for (int i = 0; i < 4; i++) {
            noted("p", "w", Duration.ofSeconds(100 + i));
        }

        for (int i = 0; i < 200; i++) {
            assertThat(drawn().toSeconds()).isBetween(100L, 103L);
        }
    }

    @Test
    void variesALoneDelay() {
        noted("p", "v", Duration.ofSeconds(100));

        Set<Duration> drawn = new HashSet<>();
        for (int i = 0; i < 200; i++) {
            drawn.add(drawn());
        }

        assertThat(drawn)
                .hasSizeGreaterThan(150)
                .allMatch(delay -> delay.toSeconds() >= 90 && delay.toSeconds() <= 110);
    }

    @Test
    void waitsForTheFirstDelayButNoLongerThanTheLimit() {
        GoldLabel held = hold.held(scored());
        assertThat(held.stage())
                .isEqualTo(new GoldLabel.Held(scored().scoredAt().plus(LONGEST), "p"));

        noted("q", "v", Duration.ofSeconds(1));
        assertThat(hold.drawn(held)).isEmpty();
        noted("p", "v", Duration.ofSeconds(40));

        assertThat(delays.takeFirsts()).containsExactlyInAnyOrder("p", "q");
        assertThat(delays.takeFirsts()).isEmpty();
        assertThat(stage(hold.drawn(held).orElseThrow()).until())
                .isBetween(SUBMITTED.plusSeconds(36), SUBMITTED.plusSeconds(44));
    }

    @Test
    void forgetsOldDelays() {
        noted("p", "v", Duration.ofDays(1));
        for (int i = 0; i < 64; i++) {
            noted("p", "v", Duration.ofSeconds(5));
        }

        for (int i = 0; i < 200; i++) {
            assertThat(drawn()).isEqualTo(Duration.ofSeconds(5));
        }
    }

    @Test
    void ofMoreProjectsThoseAreForgottenThatWereSilentLongest() {
        for (int i = 0; i < VerdictDelays.MAX_PROJECTS; i++) {
            delays.noted("p" + i, "w", SUBMITTED, SUBMITTED.plusSeconds(5));
        }
        delays.noted("p0", "w", SUBMITTED, SUBMITTED.plusSeconds(5));

        delays.noted("one more", "w", SUBMITTED, SUBMITTED.plusSeconds(5));

        assertThat(delays.due("p0", "other", "gold", SUBMITTED)).isPresent();
        assertThat(delays.due("p1", "other", "gold", SUBMITTED)).isEmpty();
        assertThat(delays.due("one more", "other", "gold", SUBMITTED)).isPresent();
    }

    @Test
    void tellsTheRightAnswerOfTrainingAtOnceAndOfNoOther() {
        GoldLabel training = hold.held(scored().teaching(new Answer.Category("dog"), Credit.WHOLE));

        assertThat(stage(training).until()).isEqualTo(training.scoredAt());
        assertThat(training.verdict(NOON).explanation()).endsWith("The right answer is: dog.");
        assertThat(scored().verdict(NOON).explanation()).doesNotContain("dog");
    }

    /** Where many come at once, one that came alone would be gold. */
    @Test
    void comesWithAnotherWhereVerdictsComeTogether() {
        for (int i = 0; i < 16; i++) {
            Instant before = SUBMITTED.minusSeconds(3_600);
            delays.noted("p", "w", before, before.plusSeconds(10));
        }

        GoldLabel held = hold.held(scored());
        assertThat(stage(held).until()).isEqualTo(SUBMITTED.plusSeconds(15));
        assertThat(delays.takeCompanions()).isEmpty();
        delays.noted("p", "w", SUBMITTED, SUBMITTED.plusSeconds(7));

        assertThat(delays.takeCompanions())
                .containsExactly(new VerdictDelays.Companion(held.id(), SUBMITTED.plusSeconds(7)));
        assertThat(delays.takeCompanions()).isEmpty();
    }

    /** Long after the one before, so none comes together with another. */
    private void noted(String project, String worker, Duration delay) {
        answered = answered.plusSeconds(200_000);
        delays.noted(project, worker, answered, answered.plus(delay));
    }

    private Duration drawn() {
        return Duration.between(SUBMITTED, delays.due("p", "w", "gold", SUBMITTED).orElseThrow());
    }

    private static GoldLabel.Held stage(GoldLabel label) {
        return (GoldLabel.Held) label.stage();
    }

    private static GoldLabel scored() {
        Submission.Label label = Submission.Label.of(label(TASK, "w", "cat"));
        Judgement judgement =
                Judgement.of(
                        label, new Answer.Category("dog"), Tolerance.DEFAULT, VerdictBasis.GOLD);
        return GoldLabel.scored(
                label, TASK.taskId(), "p", "animals", judgement, 1, SUBMITTED.plusSeconds(2));
    }
}
