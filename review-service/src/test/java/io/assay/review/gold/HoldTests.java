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
        delays.noted("p", Duration.ofSeconds(40));
        delays.noted("p", Duration.ofSeconds(90));

        Set<Duration> drawn = new HashSet<>();
        for (int i = 0; i < 200; i++) {
            GoldLabel held = hold.held(scored());
            drawn.add(Duration.between(SUBMITTED, held.heldUntil()));
            assertThat(held.undrawn()).isNull();
        }

        assertThat(drawn).containsExactlyInAnyOrder(Duration.ofSeconds(40), Duration.ofSeconds(90));
    }

    @Test
    void waitsForTheFirstDelayButNoLongerThanTheLimit() {
        GoldLabel held = hold.held(scored());
        assertThat(held.stage()).isEqualTo(Stage.HELD);
        assertThat(held.heldUntil()).isEqualTo(scored().scoredAt().plus(LONGEST));
        assertThat(held.undrawn()).isEqualTo("p");

        delays.noted("q", Duration.ofSeconds(1));
        assertThat(hold.drawn(held)).isEmpty();
        delays.noted("p", Duration.ofSeconds(40));

        assertThat(delays.takeFirsts()).containsExactlyInAnyOrder("p", "q");
        assertThat(delays.takeFirsts()).isEmpty();
        assertThat(hold.drawn(held).orElseThrow().heldUntil()).isEqualTo(SUBMITTED.plusSeconds(40));
    }

    @Test
    void forgetsOldDelays() {
        delays.noted("p", Duration.ofDays(1));
        for (int i = 0; i < 64; i++) {
            delays.noted("p", Duration.ofSeconds(5));
        }

        for (int i = 0; i < 200; i++) {
            assertThat(delays.drawn("p")).contains(Duration.ofSeconds(5));
        }
    }

    @Test
    void ofMoreProjectsThoseAreForgottenThatWereSilentLongest() {
        for (int i = 0; i < Delays.MOST; i++) {
            delays.noted("p" + i, Duration.ofSeconds(5));
        }
        delays.noted("p0", Duration.ofSeconds(5));

        delays.noted("one more", Duration.ofSeconds(5));

        assertThat(delays.size()).isEqualTo(Delays.MOST);
        assertThat(delays.drawn("p0")).isPresent();
        assertThat(delays.drawn("p1")).isEmpty();
        assertThat(delays.takeFirsts()).hasSize(Delays.MOST).contains("one more");
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
