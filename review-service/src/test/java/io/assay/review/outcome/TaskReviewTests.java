package io.assay.review.outcome;

import static io.assay.review.TestEvents.NOON;
import static io.assay.review.TestEvents.created;
import static io.assay.review.TestEvents.createdFor;
import static io.assay.review.TestEvents.flag;
import static io.assay.review.TestEvents.gold;
import static io.assay.review.TestEvents.label;
import static io.assay.review.TestEvents.returned;
import static io.assay.review.TestEvents.skipped;
import static io.assay.review.TestEvents.withdrawn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.events.Answer;
import io.assay.events.Decider;
import io.assay.events.EscalationReason;
import io.assay.events.GoldRetired;
import io.assay.events.LabelReviewed;
import io.assay.events.MoreLabelsRequested;
import io.assay.events.OverlapRule;
import io.assay.events.ReturnReason;
import io.assay.events.TaskCreated;
import io.assay.events.TaskEscalated;
import io.assay.events.TaskKind;
import io.assay.events.TaskLabelled;
import io.assay.events.TaskUnlabelable;
import io.assay.events.Verdict;
import io.assay.events.VerdictReason;
import io.assay.review.gold.GoldDoubt;
import io.assay.review.gold.GoldLabel;
import io.assay.review.revision.CertainModel;
import io.assay.review.revision.History;
import io.assay.review.task.Decision;
import io.assay.review.task.Progress;
import io.assay.review.task.QueueEntry;
import io.assay.review.task.QueueReason;
import java.util.List;
import org.junit.jupiter.api.Test;

class TaskReviewTests {
    private static final OverlapRule TWO_TO_THREE = new OverlapRule(2, 3, 0.85);
    private static final OverlapRule THREE_TO_FIVE = new OverlapRule(3, 5, 0.85);
    private static final TaskCreated TASK = created("p", "one");
    private static final TaskCreated GOLD = created("p", "gold", TaskKind.GOLD);
    private static final Answer CAT = new Answer.Category("cat");

    private final History history = new History(TASK.taskId(), TWO_TO_THREE);

    @Test
    void agreementAtTheMinimumDecides() {
        history.receive(TASK, label(TASK, "a", "cat"), label(TASK, "b", "cat"));

        TaskLabelled result = history.only(TaskLabelled.class);
        assertThat(result.answer()).isEqualTo(CAT);
        assertThat(result.version()).isEqualTo(1);
        assertThat(result.confidence()).isBetween(0.85, 1.0);
        assertThat(result.decidedBy()).isEqualTo(Decider.CONSENSUS);
        assertThat(history.all(LabelReviewed.class))
                .hasSize(2)
                .allMatch(verdict -> verdict.reason() == VerdictReason.AGREES);
        assertThat(history.task().waitsFor()).isNull();
    }

    @Test
    void disputeAsksForOneMoreThenForAReviewer() {
        history.receive(TASK, label(TASK, "a", "cat"), label(TASK, "b", "dog"));
        assertThat(history.only(MoreLabelsRequested.class).wanted()).isEqualTo(3);
        assertThat(history.task().waitsFor()).isEqualTo("p");

        history.receive(label(TASK, "c", "bird"));

        TaskEscalated escalated = history.only(TaskEscalated.class);
        assertThat(escalated.reason()).isEqualTo(EscalationReason.UNDECIDED);
        assertThat(escalated.labels()).isEqualTo(3);
        assertThat(history.all(LabelReviewed.class)).isEmpty();
        assertThat(history.task().queued()).isNotNull();
    }

    @Test
    void whatThreeWorkersPassOnGoesToAReviewer() {
        history.receive(TASK, skipped(TASK, "a"), skipped(TASK, "b"), skipped(TASK, "b"));
        assertThat(history.events()).isEmpty();

        history.receive(skipped(TASK, "c"), skipped(TASK, "d"));

        assertThat(history.only(TaskEscalated.class).reason()).isEqualTo(EscalationReason.SKIPPED);
        assertThat(history.task().queued())
                .isNotNull()
                .extracting(QueueEntry::reason)
                .isEqualTo(QueueReason.SKIPPED);

        history.decide(new Decision.Unlabelable("broken"), "reviewer");

        assertThat(history.all(TaskUnlabelable.class)).hasSize(1);
    }

    @Test
    void itMakesNoDifferenceThatSkipsComeBeforeTheTask() {
        history.receive(skipped(TASK, "a"), skipped(TASK, "b"), skipped(TASK, "c"));
        assertThat(history.events()).isEmpty();

        history.receive(TASK);

        assertThat(history.only(TaskEscalated.class).reason()).isEqualTo(EscalationReason.SKIPPED);
    }

    @Test
    void whatAllPassOnWhomATaskNamesGoesToAReviewer() {
        TaskCreated named = createdFor("p", "one", "a", "b");
        History few = new History(named.taskId(), THREE_TO_FIVE);

        few.receive(named, label(named, "a", "cat"));
        assertThat(few.events()).isEmpty();
        few.receive(skipped(named, "b"));

        assertThat(few.only(TaskEscalated.class).reason()).isEqualTo(EscalationReason.SKIPPED);
    }

    @Test
    void skippedGoldIsNotEscalated() {
        History gold = new History(GOLD.taskId(), TWO_TO_THREE);

        gold.receive(GOLD, skipped(GOLD, "a"), skipped(GOLD, "b"), skipped(GOLD, "c"));

        assertThat(gold.events()).isEmpty();
    }

    @Test
    void aLeaseThatRanOutIsNoSkip() {
        history.receive(TASK);
        for (String worker : List.of("a", "b", "c", "d")) {
            history.receive(returned(TASK, worker, ReturnReason.EXPIRED));
        }

        assertThat(history.events()).isEmpty();
    }

    @Test
    void whatTheProjectsLabelsHaveTaughtDecides() {
        history.knowing(new CertainModel("dog", 0.93, false))
                .receive(TASK, label(TASK, "a", "cat"), label(TASK, "b", "cat"));

        TaskLabelled result = history.only(TaskLabelled.class);
        assertThat(result.answer()).isEqualTo(new Answer.Category("dog"));
        assertThat(result.confidence()).isEqualTo(0.93);
        assertThat(result.provenance().method()).isEqualTo("believing/1");
        assertThat(result.provenance().labels()).allMatch(label -> label.accuracy() == 0.4);
    }

    @Test
    void aLabelThatIsNotWorthItsPriceIsNotAskedForAndAReviewerDecides() {
        history.knowing(new CertainModel("cat", 0.6, false))
                .receive(TASK, label(TASK, "a", "cat"), label(TASK, "b", "dog"));

        assertThat(history.all(MoreLabelsRequested.class)).isEmpty();
        assertThat(history.only(TaskEscalated.class).reason())
                .isEqualTo(EscalationReason.UNDECIDED);
    }

    @Test
    void withoutAnythingLearntThePriceCountsToo() {
        History dear = new History(TASK.taskId(), new OverlapRule(2, 3, 0.85, 0.5));

        dear.receive(TASK, label(TASK, "a", "cat"), label(TASK, "b", "dog"));

        assertThat(dear.all(MoreLabelsRequested.class)).isEmpty();
        assertThat(dear.all(TaskEscalated.class)).hasSize(1);
    }

    @Test
    void aTaskThatNamesFewerWorkersThanTheMinimumIsDecidedByThem() {
        TaskCreated named = createdFor("p", "one", "a", "b");
        History few = new History(named.taskId(), THREE_TO_FIVE);

        few.receive(named, label(named, "a", "cat"));
        assertThat(few.events()).isEmpty();
        few.receive(label(named, "b", "cat"));

        assertThat(few.only(TaskLabelled.class).answer()).isEqualTo(CAT);
        assertThat(few.all(MoreLabelsRequested.class)).isEmpty();
    }

    @Test
    void noLabelIsAskedForThatNobodyMayGive() {
        TaskCreated named = createdFor("p", "one", "a", "b");
        History few = new History(named.taskId(), THREE_TO_FIVE);

        few.receive(named, label(named, "a", "cat"), label(named, "b", "dog"));

        TaskEscalated escalated = few.only(TaskEscalated.class);
        assertThat(escalated.reason()).isEqualTo(EscalationReason.UNDECIDED);
        assertThat(escalated.labels()).isEqualTo(2);
        assertThat(few.all(MoreLabelsRequested.class)).isEmpty();
    }

    @Test
    void moreLabelsAreAskedForUpToTheNumberOfNamedWorkers() {
        TaskCreated named = createdFor("p", "one", "a", "b", "c", "c");
        History three = new History(named.taskId(), new OverlapRule(2, 5, 0.85));

        three.receive(named, label(named, "a", "cat"), label(named, "b", "dog"));
        assertThat(three.only(MoreLabelsRequested.class).wanted()).isEqualTo(3);
        three.receive(label(named, "c", "bird"));

        assertThat(three.only(TaskEscalated.class).labels()).isEqualTo(3);
    }

    @Test
    void aTaskForAnybodyWaitsForTheMinimum() {
        History anybody = new History(TASK.taskId(), THREE_TO_FIVE);

        anybody.receive(TASK, label(TASK, "a", "cat"), label(TASK, "b", "cat"));
        assertThat(anybody.events()).isEmpty();
        anybody.receive(label(TASK, "c", "cat"));

        assertThat(anybody.only(TaskLabelled.class).answer()).isEqualTo(CAT);
    }

    @Test
    void aThirdLabelDecidesAndTheOddOneIsRejectedWithoutTellingTheAnswer() {
        history.receive(TASK, label(TASK, "a", "cat"), label(TASK, "b", "dog"));
        history.receive(label(TASK, "c", "cat"));

        LabelReviewed rejected = history.verdictOn("b");
        assertThat(rejected.verdict()).isEqualTo(Verdict.REJECTED);
        assertThat(rejected.reason()).isEqualTo(VerdictReason.DIFFERS);
        assertThat(rejected.score()).isZero();
        assertThat(rejected.explanation())
                .isEqualTo(
                        "Your answer differs from the accepted answer: agreement 0 %, needed"
                                + " 100 %, by guideline version 1.");
    }

    @Test
    void aLateLabelIsJudgedByTheResult() {
        history.receive(TASK, label(TASK, "a", "cat"), label(TASK, "b", "cat"));

        history.receive(label(TASK, "c", "dog"), label(TASK, "d", "cat"), flag(TASK, "e"));

        assertThat(history.verdictOn("c").verdict()).isEqualTo(Verdict.REJECTED);
        assertThat(history.verdictOn("d").verdict()).isEqualTo(Verdict.ACCEPTED);
        assertThat(history.verdictOn("e").reason()).isEqualTo(VerdictReason.FLAG_OVERRULED);
        assertThat(history.all(TaskLabelled.class)).hasSize(1);
    }

    @Test
    void aClassThatThereIsNotNeverBecomesTheResultAndItsLabelsAreJudged() {
        history.receive(TASK, label(TASK, "a", "wolf"), label(TASK, "b", "wolf"));
        history.receive(label(TASK, "c", "cat"));
        assertThat(history.only(TaskEscalated.class).reason())
                .isEqualTo(EscalationReason.UNDECIDED);

        history.decide(new Decision.Answered(CAT), "r");

        assertThat(history.only(TaskLabelled.class).answer()).isEqualTo(CAT);
        assertThat(history.all(LabelReviewed.class))
                .extracting(LabelReviewed::verdict)
                .containsExactly(Verdict.REJECTED, Verdict.REJECTED, Verdict.ACCEPTED);
    }

    @Test
    void aFlagGoesToAReviewerAndWhatFollowsWaits() {
        history.receive(TASK, label(TASK, "a", "cat"), flag(TASK, "b"), label(TASK, "c", "cat"));
        assertThat(history.only(TaskEscalated.class).reason()).isEqualTo(EscalationReason.FLAGGED);
        assertThat(history.all(LabelReviewed.class)).isEmpty();

        history.decide(new Decision.Unlabelable("all black"), "r");

        assertThat(history.only(TaskUnlabelable.class).reason()).isEqualTo("all black");
        assertThat(history.verdictOn("b").reason()).isEqualTo(VerdictReason.FLAG_UPHELD);
        assertThat(history.all(LabelReviewed.class))
                .hasSize(3)
                .allMatch(verdict -> verdict.verdict() == Verdict.ACCEPTED);
        assertThat(history.task().queued()).isNull();
    }

    @Test
    void aReviewersAnswerOverrulesTheFlagAndJudgesTheLabels() {
        history.receive(TASK, label(TASK, "a", "cat"), flag(TASK, "b"), label(TASK, "c", "dog"));

        history.decide(new Decision.Answered(CAT), "r");
        history.receive(label(TASK, "d", "cat"));

        TaskLabelled result = history.only(TaskLabelled.class);
        assertThat(result.decidedBy()).isEqualTo(Decider.REVIEWER);
        assertThat(result.confidence()).isEqualTo(1);
        assertThat(history.verdictOn("a").verdict()).isEqualTo(Verdict.ACCEPTED);
        assertThat(history.verdictOn("b").reason()).isEqualTo(VerdictReason.FLAG_OVERRULED);
        assertThat(history.verdictOn("c").verdict()).isEqualTo(Verdict.REJECTED);
        assertThat(history.verdictOn("d").verdict()).isEqualTo(Verdict.ACCEPTED);
    }

    @Test
    void onlyEscalatedTasksAreDecided() {
        history.receive(TASK);

        assertThatThrownBy(() -> history.decide(new Decision.Answered(CAT), "r"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("expected: escalated");
    }

    @Test
    void withdrawalAcceptsWhatWasDoneAndWhatIsStillLeased() {
        history.receive(TASK, label(TASK, "a", "cat"), withdrawn(TASK), label(TASK, "b", "dog"));
        history.receive(flag(TASK, "c"));

        assertThat(history.all(LabelReviewed.class))
                .hasSize(3)
                .allMatch(verdict -> verdict.verdict() == Verdict.ACCEPTED);
        assertThat(history.all(TaskLabelled.class)).isEmpty();
    }

    @Test
    void withdrawalTakesATaskFromTheReviewers() {
        history.receive(TASK, flag(TASK, "a"), withdrawn(TASK));

        assertThat(history.task().queued()).isNull();
        assertThat(history.verdictOn("a").reason()).isEqualTo(VerdictReason.FLAG_UPHELD);
    }

    @Test
    void aWithdrawalAfterTheResultChangesNothing() {
        history.receive(TASK, label(TASK, "a", "cat"), label(TASK, "b", "cat"), withdrawn(TASK));

        assertThat(history.task().progress()).isInstanceOf(Progress.Answered.class);
    }

    @Test
    void goldIsScoredAndNeverGetsAResult() {
        History gold = new History(GOLD.taskId(), TWO_TO_THREE);
        gold.receive(GOLD, gold(GOLD, CAT));

        gold.receive(label(GOLD, "a", "cat"), label(GOLD, "b", "dog"), label(GOLD, "c", "cat"));

        assertThat(gold.golds())
                .extracting(l -> l.judgement().verdict())
                .containsExactly(Verdict.ACCEPTED, Verdict.REJECTED, Verdict.ACCEPTED);
        assertThat(gold.events()).isEmpty();
        assertThat(gold.task().submissions()).isEmpty();
    }

    @Test
    void goldAndConsensusExplainThemselvesInTheSameWords() {
        History gold = new History(GOLD.taskId(), TWO_TO_THREE);
        gold.receive(GOLD, gold(GOLD, CAT), label(GOLD, "a", "cat"), label(GOLD, "b", "dog"));
        history.receive(TASK, label(TASK, "a", "cat"), label(TASK, "b", "dog"));
        history.receive(label(TASK, "c", "cat"));

        assertThat(gold.golds())
                .extracting(l -> l.judgement().explanation())
                .containsExactly(
                        history.verdictOn("a").explanation(), history.verdictOn("b").explanation());
    }

    @Test
    void labelsOfGoldWaitForItsAnswer() {
        History gold = new History(GOLD.taskId(), TWO_TO_THREE);
        gold.receive(label(GOLD, "a", "cat"), GOLD);
        assertThat(gold.golds()).isEmpty();

        gold.receive(gold(GOLD, CAT));

        assertThat(gold.golds()).hasSize(1);
        assertThat(gold.task().parked()).isEmpty();
    }

    @Test
    void aFlagOnGoldIsDecidedWithoutAResult() {
        History gold = new History(GOLD.taskId(), TWO_TO_THREE);
        gold.receive(GOLD, gold(GOLD, CAT), flag(GOLD, "a"));
        assertThat(gold.only(TaskEscalated.class).reason()).isEqualTo(EscalationReason.FLAGGED);

        gold.decide(new Decision.Answered(CAT), "r");

        assertThat(gold.verdictOn("a").reason()).isEqualTo(VerdictReason.FLAG_OVERRULED);
        assertThat(gold.all(TaskLabelled.class)).isEmpty();
    }

    @Test
    void labelsOfRetiredGoldAreAcceptedAndCountForNothing() {
        History gold = new History(GOLD.taskId(), TWO_TO_THREE);
        gold.receive(GOLD, gold(GOLD, CAT), new GoldRetired(GOLD.taskId(), "p", "wrong", NOON));

        gold.receive(label(GOLD, "a", "dog"));

        assertThat(gold.golds())
                .extracting(l -> l.judgement().verdict())
                .containsExactly(Verdict.ACCEPTED);
        assertThat(gold.golds())
                .extracting(GoldLabel::stage)
                .hasOnlyElementsOfType(GoldLabel.Held.class)
                .hasSize(1);
    }

    @Test
    void aDoubtedGoldScoresNobodyAndGoesToAReviewerOnce() {
        History gold = new History(GOLD.taskId(), TWO_TO_THREE);
        gold.receive(GOLD, gold(GOLD, CAT));

        gold.doubt(doubt());
        gold.doubt(doubt());
        gold.receive(label(GOLD, "a", "dog"));

        assertThat(gold.only(TaskEscalated.class).reason())
                .isEqualTo(EscalationReason.GOLD_DOUBTED);
        assertThat(gold.task().queued()).isNotNull();
        assertThat(gold.task().gold().undoing()).isEqualTo(NOON);
        assertThat(gold.golds())
                .extracting(l -> l.judgement().reason())
                .containsExactly(VerdictReason.UNLABELABLE);
    }

    @Test
    void aReviewerConfirmsADoubtedGoldForGood() {
        History gold = new History(GOLD.taskId(), TWO_TO_THREE);
        gold.receive(GOLD, gold(GOLD, CAT));
        gold.doubt(doubt());

        gold.decide(new Decision.Answered(CAT), "r");
        gold.doubt(doubt());
        gold.receive(label(GOLD, "a", "dog"));

        assertThat(gold.golds())
                .extracting(l -> l.judgement().verdict())
                .containsExactly(Verdict.REJECTED);
        assertThat(gold.all(TaskEscalated.class)).hasSize(1);
        assertThat(gold.all(TaskLabelled.class)).isEmpty();
    }

    @Test
    void aReviewersOtherAnswerReplacesTheGoldAndTakesItsScoresBack() {
        History gold = new History(GOLD.taskId(), TWO_TO_THREE);
        gold.receive(GOLD, gold(GOLD, CAT), flag(GOLD, "f"));

        gold.decide(new Decision.Answered(new Answer.Category("dog")), "r");
        gold.receive(label(GOLD, "a", "dog"), label(GOLD, "b", "cat"));

        assertThat(gold.task().gold().undoing()).isEqualTo(NOON.plusSeconds(60));
        assertThat(gold.golds())
                .extracting(l -> l.judgement().verdict())
                .containsExactly(Verdict.ACCEPTED, Verdict.REJECTED);
    }

    @Test
    void aGoldWithoutAnAnswerScoresNobodyAnyMore() {
        History gold = new History(GOLD.taskId(), TWO_TO_THREE);
        gold.receive(GOLD, gold(GOLD, CAT));
        gold.doubt(doubt());

        gold.decide(new Decision.Unlabelable("blurred"), "r");
        gold.receive(label(GOLD, "a", "dog"));

        assertThat(gold.task().gold().undoing()).isNotNull();
        assertThat(gold.golds())
                .extracting(l -> l.judgement().verdict())
                .containsExactly(Verdict.ACCEPTED);
        assertThat(gold.all(TaskUnlabelable.class)).isEmpty();
    }

    private static GoldDoubt doubt() {
        return new GoldDoubt(0.97, 3, 0, new Answer.Category("dog"), List.of("x", "y", "z"), NOON);
    }

    @Test
    void theWorstComeFirstInTheQueue() {
        History flagged = new History(TASK.taskId(), TWO_TO_THREE);
        flagged.receive(TASK, flag(TASK, "a"));
        history.receive(TASK, label(TASK, "a", "cat"), label(TASK, "b", "dog"));
        history.receive(label(TASK, "c", "bird"));

        assertThat(flagged.task().queued().place()).isLessThan(history.task().queued().place());
    }
}
