package io.assay.review.gold;

import static io.assay.review.TestEvents.NOON;
import static io.assay.review.TestEvents.created;
import static io.assay.review.TestEvents.label;
import static org.assertj.core.api.Assertions.assertThat;

import io.assay.events.Answer;
import io.assay.events.TaskCreated;
import io.assay.events.TaskKind;
import io.assay.events.VerdictBasis;
import io.assay.review.consensus.Credit;
import io.assay.review.consensus.Tolerance;
import io.assay.review.gold.GoldLabel.Stage;
import io.assay.review.verdict.Judgement;
import io.assay.review.verdict.Submission;
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

    private final Delays delays = new Delays(new Random(1));
    private final Hold hold = new Hold(delays, LONGEST, Clock.fixed(NOON, ZoneOffset.UTC));

    @Test
    void imitatesTheDelaysOfTheProject() {
        delays.noted("p", "v", Duration.ofSeconds(40));
        delays.noted("p", "v", Duration.ofSeconds(90));

        Set<Duration> drawn = new HashSet<>();
        for (int i = 0; i < 200; i++) {
            GoldLabel held = hold.held(scored());
            drawn.add(Duration.between(SUBMITTED, held.heldUntil()));
            assertThat(held.undrawn()).isNull();
        }

        assertThat(drawn)
                .hasSizeGreaterThan(190)
                .allMatch(delay -> delay.toSeconds() >= 40 && delay.toSeconds() <= 90);
    }

    /** Who is first waits for the others; who is last waits for nobody. */
    @Test
    void imitatesTheWorkersOwnDelaysOnceThereAreSome() {
        for (int i = 0; i < 60; i++) {
            delays.noted("p", "v", Duration.ofSeconds(1));
        }
        for (int i = 0; i < 4; i++) {
            delays.noted("p", "w", Duration.ofSeconds(100 + i));
        }

        for (int i = 0; i < 200; i++) {
            assertThat(delays.drawn("p", "w").orElseThrow().toSeconds()).isBetween(100L, 103L);
        }
    }

    @Test
    void variesALoneDelay() {
        delays.noted("p", "v", Duration.ofSeconds(100));

        Set<Duration> drawn = new HashSet<>();
        for (int i = 0; i < 200; i++) {
            drawn.add(delays.drawn("p", "w").orElseThrow());
        }

        assertThat(drawn)
                .hasSizeGreaterThan(150)
                .allMatch(delay -> delay.toSeconds() >= 90 && delay.toSeconds() <= 110);
    }

    @Test
    void waitsForTheFirstDelayButNoLongerThanTheLimit() {
        GoldLabel held = hold.held(scored());
        assertThat(held.stage()).isEqualTo(Stage.HELD);
        assertThat(held.heldUntil()).isEqualTo(scored().scoredAt().plus(LONGEST));
        assertThat(held.undrawn()).isEqualTo("p");

        delays.noted("q", "v", Duration.ofSeconds(1));
        assertThat(hold.drawn(held)).isEmpty();
        delays.noted("p", "v", Duration.ofSeconds(40));

        assertThat(delays.takeFirsts()).containsExactlyInAnyOrder("p", "q");
        assertThat(delays.takeFirsts()).isEmpty();
        assertThat(hold.drawn(held).orElseThrow().heldUntil())
                .isBetween(SUBMITTED.plusSeconds(36), SUBMITTED.plusSeconds(44));
    }

    @Test
    void forgetsOldDelays() {
        delays.noted("p", "v", Duration.ofDays(1));
        for (int i = 0; i < 64; i++) {
            delays.noted("p", "v", Duration.ofSeconds(5));
        }

        for (int i = 0; i < 200; i++) {
            assertThat(delays.drawn("p", "w")).contains(Duration.ofSeconds(5));
        }
    }

    @Test
    void tellsTheRightAnswerOfTrainingAtOnceAndOfNoOther() {
        GoldLabel training = hold.held(scored().teaching(new Answer.Category("dog"), Credit.WHOLE));

        assertThat(training.heldUntil()).isEqualTo(training.scoredAt());
        assertThat(training.verdict(NOON).explanation()).endsWith("The right answer is: dog.");
        assertThat(scored().verdict(NOON).explanation()).doesNotContain("dog");
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
