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
import io.assay.truth.consensus.Tolerance;
import org.junit.jupiter.api.Test;

class GoldLabelTests {
    private static final TaskCreated TASK = created("p", "gold", TaskKind.GOLD);

    @Test
    void whatBecomesOfAVerdictDoesNotMakeTheAnswerTheKnownOne() {
        GoldLabel wrong = answered("dog");

        assertThat(answered("cat").agrees()).isTrue();
        assertThat(wrong.agrees()).isFalse();
        assertThat(wrong.upheld("It is.", NOON).agrees()).isFalse();
        assertThat(wrong.waived().agrees()).isFalse();
        assertThat(wrong.undone().scoreUndone().agrees()).isFalse();
    }

    @Test
    void takesAwayWhatCounts() {
        GoldLabel wrong = answered("dog");
        GoldLabel repaired = wrong.upheld("It is.", NOON).repaired();

        assertThat(wrong.undoneScore().right()).isZero();
        assertThat(answered("cat").undoneScore().right()).isEqualTo(-1);
        assertThat(repaired.standing().right()).isEqualTo(1);
        assertThat(repaired.undoneScore().right()).isEqualTo(-1);
        assertThat(repaired.undoneScore().answers()).isEqualTo(-1);
    }

    @Test
    void onlyARejectionThatWasToldOwesAVerdict() {
        GoldLabel held = answered("dog").held(NOON, true);

        assertThat(held.owesVerdict()).isFalse();
        assertThat(held.published(NOON).owesVerdict()).isTrue();
        assertThat(answered("cat").held(NOON, true).published(NOON).owesVerdict()).isFalse();
        assertThat(held.undone().published(NOON).owesVerdict()).isFalse();
    }

    private static GoldLabel answered(String says) {
        Submission.Label label = Submission.Label.of(label(TASK, "w", says));
        Judgement judgement =
                Judgement.of(
                        label, new Answer.Category("cat"), Tolerance.DEFAULT, VerdictBasis.GOLD);
        return GoldLabel.scored(label, TASK.taskId(), "p", "animals", judgement, 1, NOON);
    }
}
