package io.assay.review.gold;

import static io.assay.review.TestEvents.NOON;
import static io.assay.review.TestEvents.created;
import static io.assay.review.TestEvents.label;
import static io.assay.review.TestEvents.project;
import static org.assertj.core.api.Assertions.assertThat;

import io.assay.events.Answer;
import io.assay.events.LeaseTerms;
import io.assay.events.OverlapRule;
import io.assay.events.TaskCreated;
import io.assay.events.TaskKind;
import io.assay.events.Trial;
import io.assay.events.Verdict;
import io.assay.events.VerdictBasis;
import io.assay.review.project.FreezeState;
import io.assay.review.project.ReviewedProject;
import io.assay.review.verdict.Judgement;
import io.assay.review.verdict.Submission;
import io.assay.truth.consensus.Tolerance;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReleaseVerdictsTests {
    private static final Instant LATER = NOON.plusSeconds(3_600);

    @Test
    void rejectsWhatIsWrong() {
        assertThat(told(wrong(null), false).right()).isFalse();
        assertThat(told(wrong(Trial.TEST), false).right()).isFalse();
    }

    @Test
    void nobodyPassesATestBecauseRejectionsWereNotToBeTrusted() {
        assertThat(told(wrong(null), true).judgement().verdict()).isEqualTo(Verdict.ACCEPTED);
        assertThat(told(wrong(Trial.TEST), true).right()).isFalse();
        assertThat(told(wrong(Trial.TUTORIAL), true).right()).isFalse();
    }

    private static GoldLabel told(GoldLabel label, boolean waived) {
        ReviewedProject known = ReviewedProject.of(project("p", new OverlapRule(1, 1, 0.5)), 1);
        ReviewedProject project =
                new ReviewedProject(
                        "p",
                        "requester",
                        known.status(),
                        1,
                        known.name(),
                        known.ontology(),
                        known.overlap(),
                        known.skill(),
                        1,
                        known.rules(),
                        new FreezeState(null, LATER, waived ? LATER : null),
                        true,
                        known.longestLease(),
                        null);
        return ReleaseVerdicts.published(label, project, LATER);
    }

    private static GoldLabel wrong(@Nullable Trial trial) {
        TaskCreated task = created("p", "gold", TaskKind.GOLD);
        Submission.Label heard = Submission.Label.of(label(task, "w", "dog"));
        LeaseTerms of = heard.terms();
        LeaseTerms terms = new LeaseTerms(1, of.price(), 1, 1_000, 1, trial);
        Submission.Label label =
                new Submission.Label(
                        heard.assignmentId(),
                        "w",
                        terms,
                        heard.answer(),
                        heard.submittedAt(),
                        heard.submittedAt());
        Judgement judgement =
                Judgement.of(
                        label, new Answer.Category("cat"), Tolerance.DEFAULT, VerdictBasis.GOLD);
        return GoldLabel.scored(label, task.taskId(), "p", "animals", judgement, 1, NOON)
                .held(NOON, true);
    }
}
