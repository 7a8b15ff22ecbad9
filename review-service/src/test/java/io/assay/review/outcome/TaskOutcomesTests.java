package io.assay.review.outcome;

import static io.assay.review.TestEvents.NOON;
import static io.assay.review.TestEvents.created;
import static io.assay.review.TestEvents.label;
import static org.assertj.core.api.Assertions.assertThat;

import io.assay.events.Answer;
import io.assay.events.LeaseTerms;
import io.assay.events.OverlapRule;
import io.assay.events.TaskCreated;
import io.assay.events.TaskKind;
import io.assay.events.Trial;
import io.assay.events.VerdictBasis;
import io.assay.review.gold.GoldLabel;
import io.assay.review.gold.VerdictDelays;
import io.assay.review.outcome.TaskOutcomes.Written;
import io.assay.review.rejection.RejectionAlarm;
import io.assay.review.rejection.RejectionRule;
import io.assay.review.revision.History;
import io.assay.review.skill.OutcomeAgreement;
import io.assay.review.task.Decision;
import io.assay.review.task.ReviewedTask;
import io.assay.review.task.Step;
import io.assay.review.verdict.Judgement;
import io.assay.review.verdict.Submission;
import io.assay.review.verdict.VerdictMetrics;
import io.assay.truth.consensus.Tolerance;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TaskOutcomesTests {
    private static final TaskCreated TASK = created("p", "one");

    private final List<OutcomeAgreement> counted = new ArrayList<>();
    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final TaskOutcomes outcomes =
            new TaskOutcomes(
                    meters,
                    new VerdictMetrics(meters),
                    new VerdictDelays(new SecureRandom()),
                    counted::addAll,
                    new RejectionAlarm(RejectionRule.DEFAULT));

    @Test
    void wrongAnswersOfManyWorkersAlarmButNotThoseOfATest() {
        assertThat(outcomes.alarming(List.of(rejected(null)))).containsKey("p");
        assertThat(outcomes.alarming(List.of(rejected(Trial.TEST)))).isEmpty();
        assertThat(outcomes.alarming(List.of(rejected(Trial.TUTORIAL)))).isEmpty();
    }

    /** A consensus of two against a third, who is upheld. */
    @Test
    void anUpheldAppealCountsAsMuchAsTheRejectionDid() {
        History history = new History(TASK.taskId(), new OverlapRule(2, 3, 0.85));
        history.receive(TASK, label(TASK, "a", "cat"), label(TASK, "b", "dog"));
        history.receive(label(TASK, "c", "cat"));
        int told = history.events().size();

        history.appeal("b", true, new Decision.Accepted(), "r");
        outcomes.record(List.of(written(history, told)));

        assertThat(counted)
                .singleElement()
                .satisfies(
                        agreed -> {
                            assertThat(agreed.workerId()).isEqualTo("b");
                            assertThat(agreed.judged()).isZero();
                            assertThat(agreed.agreed()).isEqualTo(1);
                            assertThat(agreed.weight()).isEqualTo(OutcomeAgreement.BY_CONSENSUS);
                        });
    }

    @Test
    void anUpheldAppealAgainstAReviewerCountsLikeTheirRejection() {
        History history = new History(TASK.taskId(), new OverlapRule(3, 3, 0.9));
        history.receive(TASK, label(TASK, "a", "cat"), label(TASK, "b", "dog"));
        history.receive(label(TASK, "c", "bird"));
        history.decide(new Decision.Answered(new Answer.Category("cat")), "first");
        int told = history.events().size();

        history.appeal("b", true, new Decision.Accepted(), "r");
        outcomes.record(List.of(written(history, told)));

        assertThat(counted)
                .singleElement()
                .extracting(OutcomeAgreement::weight)
                .isEqualTo(OutcomeAgreement.BY_REVIEWER);
    }

    private static Written written(History history, int from) {
        Step step =
                new Step(
                        history.task(),
                        history.events().subList(from, history.events().size()),
                        List.of());
        return new Written(step, "animals", "requester");
    }

    private static Written rejected(@Nullable Trial trial) {
        TaskCreated task = created("p", "gold", TaskKind.GOLD);
        List<GoldLabel> golds =
                IntStream.range(0, 100).mapToObj(i -> wrong(task, "w" + i, trial)).toList();
        return new Written(
                new Step(ReviewedTask.unknown(task.taskId()), List.of(), golds),
                "animals",
                "requester");
    }

    private static GoldLabel wrong(TaskCreated task, String worker, @Nullable Trial trial) {
        Submission.Label heard = Submission.Label.of(label(task, worker, "dog"));
        LeaseTerms terms = new LeaseTerms(1, heard.terms().price(), 1, 1_000, 1, trial);
        Submission.Label label =
                new Submission.Label(
                        heard.assignmentId(), worker, terms, heard.answer(), NOON, NOON);
        Judgement judgement =
                Judgement.of(
                        label, new Answer.Category("cat"), Tolerance.DEFAULT, VerdictBasis.GOLD);
        return GoldLabel.scored(label, task.taskId(), "p", "animals", judgement, 1, NOON);
    }
}
