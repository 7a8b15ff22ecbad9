package io.assay.review.revision;

import static io.assay.review.TestEvents.created;
import static io.assay.review.TestEvents.flag;
import static io.assay.review.TestEvents.label;
import static org.assertj.core.api.Assertions.assertThat;

import io.assay.events.Answer;
import io.assay.events.AnswerDiff;
import io.assay.events.CorrectionReason;
import io.assay.events.Decider;
import io.assay.events.LabelProvenance;
import io.assay.events.LabelReviewed;
import io.assay.events.OverlapRule;
import io.assay.events.ResultProvenance;
import io.assay.events.ReviewKind;
import io.assay.events.ReviewOutcome;
import io.assay.events.ReviewProvenance;
import io.assay.events.TaskCreated;
import io.assay.events.TaskLabelSuperseded;
import io.assay.events.TaskLabelled;
import io.assay.events.TaskUnlabelable;
import io.assay.events.Verdict;
import io.assay.events.VerdictReason;
import io.assay.review.task.Decision;
import io.assay.review.task.Grounds;
import io.assay.review.task.ReviewRecord;
import io.assay.review.task.ReviewedTask;
import io.assay.review.task.ReviewerDecision;
import java.util.List;
import org.junit.jupiter.api.Test;

class CorrectTaskTests {
    private static final OverlapRule TWO_TO_THREE = new OverlapRule(2, 3, 0.85);
    private static final TaskCreated TASK = created("p", "one");
    private static final Answer CAT = new Answer.Category("cat");
    private static final Answer DOG = new Answer.Category("dog");

    private final History history = new History(TASK.taskId(), TWO_TO_THREE);

    /** Cat, by two against one. */
    private void decided() {
        history.receive(TASK, label(TASK, "a", "cat"), label(TASK, "b", "dog"));
        history.receive(label(TASK, "c", "cat"));
    }

    @Test
    void aResultThatIsDrawnWaitsForAnAuditAfterWhatHasNone() {
        History disputed = new History(TASK.taskId(), TWO_TO_THREE);
        disputed.receive(TASK, label(TASK, "a", "cat"), label(TASK, "b", "dog"));
        disputed.receive(label(TASK, "c", "bird"));

        history.audited();
        decided();

        assertThat(history.only(TaskLabelled.class).answer()).isEqualTo(CAT);
        assertThat(history.task().audited()).isTrue();
        assertThat(history.task().queued().place()).isGreaterThan(disputed.task().queued().place());
    }

    @Test
    void anAuditThatAcceptsChangesNothing() {
        history.audited();
        decided();
        int told = history.events().size();

        history.audit(new Decision.Accepted(), "r");

        assertThat(history.events()).hasSize(told);
        assertThat(history.task().queued()).isNull();
        assertThat(history.task().trail().reviews())
                .extracting(ReviewRecord::outcome)
                .containsExactly(ReviewOutcome.ACCEPTED);
    }

    @Test
    void anAuditThatFixesSupersedesTheResultAndPaysWhoWasRight() {
        history.audited();
        decided();

        history.audit(new Decision.Answered(DOG), "r");

        TaskLabelSuperseded next = history.only(TaskLabelSuperseded.class);
        assertThat(next.version()).isEqualTo(2);
        assertThat(next.answer()).isEqualTo(DOG);
        assertThat(next.previous()).isEqualTo(CAT);
        assertThat(next.cause()).isEqualTo(CorrectionReason.AUDIT);
        assertThat(next.diff()).isEqualTo(new AnswerDiff(0, 0, List.of(0), List.of(0)));
        LabelReviewed corrected = verdicts("b").getLast();
        assertThat(corrected.verdict()).isEqualTo(Verdict.ACCEPTED);
        assertThat(corrected.corrects()).isEqualTo(CorrectionReason.AUDIT);
        assertThat(corrected.reviewedAt()).isAfter(verdicts("b").getFirst().reviewedAt());
    }

    /** What was accepted once is the worker's. */
    @Test
    void aCorrectionTakesNothingFromAnybody() {
        history.audited();
        decided();

        history.audit(new Decision.Answered(DOG), "r");

        assertThat(verdicts("a")).extracting(LabelReviewed::verdict).containsOnly(Verdict.ACCEPTED);
        assertThat(verdicts("c")).hasSize(1);
    }

    @Test
    void whatIsLearntOfItsWorkersSupersedesAResultAndPaysWhoWasRight() {
        decided();

        history.knowing(new CertainModel("dog", 0.9, false)).learned();

        TaskLabelSuperseded next = history.only(TaskLabelSuperseded.class);
        assertThat(next.version()).isEqualTo(2);
        assertThat(next.answer()).isEqualTo(DOG);
        assertThat(next.previous()).isEqualTo(CAT);
        assertThat(next.confidence()).isEqualTo(0.9);
        assertThat(next.decidedBy()).isEqualTo(Decider.CONSENSUS);
        assertThat(next.cause()).isEqualTo(CorrectionReason.LEARNED);
        assertThat(next.provenance().posterior()).isEqualTo(0.9);
        LabelReviewed corrected = verdicts("b").getLast();
        assertThat(corrected.verdict()).isEqualTo(Verdict.ACCEPTED);
        assertThat(corrected.corrects()).isEqualTo(CorrectionReason.LEARNED);
        assertThat(verdicts("a")).hasSize(1);
        assertThat(verdicts("c")).hasSize(1);
    }

    @Test
    void whatIsLearntTwiceChangesAResultOnce() {
        decided();
        history.knowing(new CertainModel("dog", 0.9, false)).learned();
        int told = history.events().size();

        history.learned();

        assertThat(history.events()).hasSize(told);
    }

    @Test
    void aResultStaysUnlessAnotherReachesTheTarget() {
        decided();

        history.knowing(new CertainModel("dog", 0.84, true)).learned();

        assertThat(history.all(TaskLabelSuperseded.class)).isEmpty();
    }

    @Test
    void whatAReviewerLookedAtOrIsToLookAtIsNotChangedByWhatIsLearnt() {
        History drawn = new History(TASK.taskId(), TWO_TO_THREE).audited();
        drawn.receive(TASK, label(TASK, "a", "cat"), label(TASK, "b", "cat"));
        CertainModel dog = new CertainModel("dog", 0.99, false);

        drawn.knowing(dog).learned();
        drawn.audit(new Decision.Accepted(), "r");
        drawn.learned();

        assertThat(drawn.all(TaskLabelSuperseded.class)).isEmpty();
    }

    @Test
    void whileVerdictsAreHeldNothingLearntChangesAResult() {
        decided();
        history.freeze();

        history.knowing(new CertainModel("dog", 0.99, false)).learned();

        assertThat(history.all(TaskLabelSuperseded.class)).isEmpty();
    }

    @Test
    void anAuditMayFindThatThereIsNoAnswer() {
        history.audited();
        decided();

        history.audit(new Decision.Unlabelable("it is a toy"), "r");

        TaskUnlabelable next = history.only(TaskUnlabelable.class);
        assertThat(next.version()).isEqualTo(2);
        assertThat(next.previous()).isEqualTo(CAT);
        assertThat(verdicts("b").getLast().reason()).isEqualTo(VerdictReason.UNLABELABLE);
    }

    @Test
    void anUpheldAppealAcceptsTheLabelOnceAndLeavesTheResult() {
        decided();

        history.appeal("b", true, new Decision.Accepted(), "r");
        int told = history.events().size();
        history.appeal("b", true, new Decision.Accepted(), "r");
        history.appeal("b", true, new Decision.Answered(DOG), "other");

        LabelReviewed upheld = verdicts("b").getLast();
        assertThat(verdicts("b")).hasSize(2);
        assertThat(upheld.verdict()).isEqualTo(Verdict.ACCEPTED);
        assertThat(upheld.corrects()).isEqualTo(CorrectionReason.APPEAL);
        assertThat(upheld.explanation()).isEqualTo("Your appeal was right: It has a tail.");
        assertThat(history.events()).hasSize(told);
        assertThat(history.all(TaskLabelSuperseded.class)).isEmpty();
    }

    @Test
    void anUpheldAppealMayChangeTheAnswerForAllWhoGaveIt() {
        decided();
        history.receive(label(TASK, "d", "dog"));

        history.appeal("b", true, new Decision.Answered(DOG), "r");

        TaskLabelSuperseded next = history.only(TaskLabelSuperseded.class);
        assertThat(next.cause()).isEqualTo(CorrectionReason.APPEAL);
        assertThat(verdicts("b")).hasSize(2);
        assertThat(verdicts("d").getLast().verdict()).isEqualTo(Verdict.ACCEPTED);
        assertThat(verdicts("d").getLast().corrects()).isEqualTo(CorrectionReason.APPEAL);
    }

    @Test
    void anAppealAgainstWhatIsAcceptedMeanwhileTellsNothingMore() {
        history.audited();
        decided();
        history.audit(new Decision.Answered(DOG), "r");
        int told = history.events().size();

        history.appeal("b", true, new Decision.Accepted(), "s");

        assertThat(history.events()).hasSize(told);
        assertThat(history.task().trail().reviews()).hasSize(2);
    }

    @Test
    void aDeniedAppealChangesNoVerdict() {
        decided();
        int told = history.events().size();

        history.appeal("b", false, new Decision.Accepted(), "r");

        assertThat(history.events()).hasSize(told);
        assertThat(history.task().trail().reviews())
                .extracting(ReviewRecord::outcome)
                .containsExactly(ReviewOutcome.DENIED);
    }

    @Test
    void aLabelAfterTheChangeIsHeldAgainstTheNewestResult() {
        history.audited();
        decided();
        history.audit(new Decision.Answered(DOG), "r");

        history.receive(label(TASK, "d", "dog"), label(TASK, "e", "cat"));

        assertThat(verdicts("d").getFirst().verdict()).isEqualTo(Verdict.ACCEPTED);
        assertThat(verdicts("e").getFirst().verdict()).isEqualTo(Verdict.REJECTED);
    }

    @Test
    void whatIsHeardAgainAfterAChangeTellsNothingMore() {
        history.audited();
        decided();
        history.audit(new Decision.Answered(DOG), "r");
        ReviewedTask before = history.task();
        int told = history.events().size();

        history.receive(TASK, label(TASK, "c", "cat"), label(TASK, "b", "dog"));
        history.receive(label(TASK, "a", "cat"));

        assertThat(history.task()).isEqualTo(before);
        assertThat(history.events()).hasSize(told);
    }

    @Test
    void nobodyIsRejectedByAGuidelineThatTheyHadNotSeen() {
        history.receive(TASK, label(TASK, "a", "cat", 2), label(TASK, "b", "dog", 1));
        history.receive(label(TASK, "c", "cat", 2), label(TASK, "d", "dog", 2));

        assertThat(verdicts("b").getFirst().verdict()).isEqualTo(Verdict.ACCEPTED);
        assertThat(verdicts("b").getFirst().reason()).isEqualTo(VerdictReason.UNLABELABLE);
        assertThat(verdicts("d").getFirst().verdict()).isEqualTo(Verdict.REJECTED);
    }

    @Test
    void aResultTellsWhatItRestsOnWithoutTellingWho() {
        history.audited();
        history.receive(TASK, label(TASK, "a", "cat"), flag(TASK, "b"));
        history.decide(
                new ReviewerDecision(new Decision.Answered(CAT), "r", new Grounds("1", 1, null)));

        ResultProvenance first = history.only(TaskLabelled.class).provenance();
        assertThat(first.method()).isEqualTo("one-coin/1");
        assertThat(first.guidelineVersion()).isEqualTo(1);
        assertThat(first.posterior()).isBetween(0.0, 1.0);
        assertThat(first.labels())
                .extracting(LabelProvenance::flagged)
                .containsExactly(false, true);
        assertThat(first.labels().getFirst().agreement()).isEqualTo(1);
        assertThat(first.labels().getFirst().accuracy()).isEqualTo(0.8);
        assertThat(first.reviews())
                .extracting(ReviewProvenance::kind, ReviewProvenance::clause)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(ReviewKind.DECISION, "1"));

        history.audit(new Decision.Answered(DOG), "s");
        ResultProvenance second = history.only(TaskLabelSuperseded.class).provenance();
        assertThat(second.labels().getFirst().agreement()).isZero();
        assertThat(second.labels().getFirst().worker())
                .isEqualTo(first.labels().getFirst().worker())
                .matches("w-[0-9a-f]{16}");
        assertThat(second.reviews())
                .extracting(ReviewProvenance::outcome)
                .containsExactly(ReviewOutcome.FIXED, ReviewOutcome.FIXED);
    }

    private List<LabelReviewed> verdicts(String worker) {
        return history.all(LabelReviewed.class).stream()
                .filter(verdict -> verdict.workerId().equals(worker))
                .toList();
    }
}
