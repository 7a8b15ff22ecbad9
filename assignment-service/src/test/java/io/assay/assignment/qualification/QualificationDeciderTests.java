package io.assay.assignment.qualification;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.assignment.assignment.Assignment;
import io.assay.assignment.assignment.Assignment.Lease;
import io.assay.assignment.assignment.Assignment.Review;
import io.assay.assignment.assignment.Assignment.Submission;
import io.assay.events.Answer;
import io.assay.events.Guideline;
import io.assay.events.LeaseTerms;
import io.assay.events.Media;
import io.assay.events.Money;
import io.assay.events.QualificationRule;
import io.assay.events.ReturnReason;
import io.assay.events.Tool;
import io.assay.events.Trial;
import io.assay.events.Verdict;
import io.assay.events.VerdictReason;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;

class QualificationDeciderTests {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    /** One sample, three questions of which two must be right, two tests an hour apart. */
    private static final QualificationRule RULE = new QualificationRule(1, 3, 0.6, 2, 3_600, true);

    @Test
    void beginsWithTheTutorial() {
        assertThat(begin(Qualification.NONE, Trial.TEST, NOW))
                .isEqualTo(new TrialDecision.TutorialFirst(1));
        assertThat(begin(Qualification.NONE, Trial.TUTORIAL, NOW))
                .isEqualTo(new TrialDecision.Begin(1));
        assertThat(begin(taught(), Trial.TUTORIAL, NOW)).isEqualTo(new TrialDecision.NoTutorial());
        assertThat(begin(taught(), Trial.TEST, NOW)).isEqualTo(new TrialDecision.Begin(3));
    }

    @Test
    void needsNoTutorialWhereThereIsNone() {
        QualificationRule plain = new QualificationRule(0, 3, 0.6, 2, 0, null);
        TrialContext now = new TrialContext(plain, 1, 5, NOW);

        assertThat(QualificationDecider.begin(Qualification.NONE, Trial.TEST, now))
                .isEqualTo(new TrialDecision.Begin(3));
        assertThat(QualificationDecider.begin(Qualification.NONE, Trial.TUTORIAL, now))
                .isEqualTo(new TrialDecision.NoTutorial());
    }

    @Test
    void offersNoTestWithoutWork() {
        TrialContext idle = new TrialContext(RULE, 1, 0, NOW);

        assertThat(QualificationDecider.begin(taught(), Trial.TEST, idle))
                .isEqualTo(new TrialDecision.NoWork());
        assertThat(QualificationDecider.begin(Qualification.NONE, Trial.TUTORIAL, idle))
                .isEqualTo(new TrialDecision.NoWork());
    }

    @Test
    void goesOnWithWhatIsUnderWay() {
        Attempt attempt = attempt(Trial.TEST, 1, 3, NOW);
        Qualification underWay = taught().with(attempt);

        assertThat(begin(underWay, Trial.TEST, NOW)).isEqualTo(new TrialDecision.Continue(attempt));
        assertThat(begin(underWay, Trial.TUTORIAL, NOW))
                .isEqualTo(new TrialDecision.OtherUnderWay());
        assertThat(QualificationDecider.settle(underWay, answers(attempt, 2, 0, 0, NOW), RULE))
                .isEqualTo(underWay);
    }

    @Test
    void passesWithEnoughRightAnswers() {
        Qualification passed = tested(taught(), 1, 2, 1);

        assertThat(passed.attempts().getLast().outcome())
                .isEqualTo(new Attempt.Outcome(2, true, NOW));
        assertThat(passed.passedUnder()).isEqualTo(1);
        assertThat(begin(passed, Trial.TEST, NOW)).isEqualTo(new TrialDecision.AlreadyQualified());
        assertThat(begin(passed, Trial.TUTORIAL, NOW))
                .isEqualTo(new TrialDecision.AlreadyQualified());
    }

    @Test
    void failsWithTooManyWrongOrGivenBack() {
        Qualification failed = tested(taught(), 1, 1, 1);

        assertThat(failed.attempts().getLast().outcome())
                .isEqualTo(new Attempt.Outcome(1, false, NOW));
        assertThat(failed.passedUnder()).isEqualTo(0);
    }

    @Test
    void aCorrectedVerdictPassesAFailedTestAfterAllAndNeverFailsOne() {
        Qualification failed = tested(taught(), 1, 1, 0);
        Attempt test = failed.attempts().getLast();

        Qualification recounted =
                QualificationDecider.recount(failed, answers(test, 2, 1, 0, NOW), RULE);

        assertThat(recounted.attempts().getLast().outcome())
                .isEqualTo(new Attempt.Outcome(2, true, NOW));
        assertThat(recounted.attempts().getFirst().outcome())
                .isEqualTo(new Attempt.Outcome(1, false, NOW));
        assertThat(recounted.passedUnder()).isEqualTo(1);
        assertThat(QualificationDecider.recount(recounted, answers(test, 0, 3, 0, NOW), RULE))
                .isEqualTo(recounted);
        assertThat(QualificationDecider.recount(failed, answers(test, 1, 2, 0, NOW), RULE))
                .extracting(Qualification::passedUnder)
                .isEqualTo(0);
    }

    @Test
    void aCorrectedVerdictEndsNothingThatIsUnderWay() {
        Attempt test = attempt(Trial.TEST, 1, 3, NOW);
        Qualification underWay = taught().with(test);

        Map<String, Assignment> none = Map.of();
        assertThat(QualificationDecider.recount(underWay, none, RULE)).isEqualTo(underWay);
        assertThat(QualificationDecider.recount(underWay, answers(test, 3, 0, 0, NOW), RULE).open())
                .isEqualTo(test);
    }

    @Test
    void keepsTheDelayAndTheLimit() {
        Qualification once = tested(taught(), 1, 0, 3);
        Instant later = NOW.plusSeconds(3_600);

        assertThat(begin(once, Trial.TEST, NOW)).isEqualTo(new TrialDecision.TooEarly(later));
        assertThat(begin(once, Trial.TEST, later.minusMillis(1)))
                .isEqualTo(new TrialDecision.TooEarly(later));
        assertThat(begin(once, Trial.TEST, later)).isEqualTo(new TrialDecision.Begin(3));
        assertThat(begin(once, Trial.TUTORIAL, NOW)).isEqualTo(new TrialDecision.Begin(1));
        assertThat(begin(tested(once, 1, 0, 3), Trial.TEST, later.plusSeconds(9_999)))
                .isEqualTo(new TrialDecision.AttemptsUsedUp(2));
    }

    @Test
    void beginsAnewWithAGuidelineThatAsksForSomethingElse() {
        Qualification passed = tested(taught(), 1, 3, 0);
        Qualification usedUp = tested(tested(taught(), 1, 0, 0), 1, 0, 0);
        TrialContext changed = new TrialContext(RULE, 2, 5, NOW);

        assertThat(QualificationDecider.begin(passed, Trial.TEST, changed))
                .isEqualTo(new TrialDecision.TutorialFirst(1));
        assertThat(QualificationDecider.begin(usedUp, Trial.TUTORIAL, changed))
                .isEqualTo(new TrialDecision.Begin(1));
        assertThat(QualificationDecider.attemptsLeft(usedUp, changed)).isEqualTo(2);
    }

    @Test
    void asksForAnotherTestOnlyWhereTheProjectSaysSo() {
        Guideline reworded = new Guideline(4, "0".repeat(64), "# Look", 3);
        QualificationRule lasting = new QualificationRule(0, 3, 0.6, 2, 0, null);

        assertThat(RULE.since(reworded)).isEqualTo(3);
        assertThat(lasting.since(reworded)).isEqualTo(1);
    }

    @Test
    void countsHowManyMustBeRight() {
        assertThat(new QualificationRule(0, 10, 0.7, 1, 0, null).needed()).isEqualTo(7);
        assertThat(new QualificationRule(0, 3, 0.9, 1, 0, null).needed()).isEqualTo(3);
        assertThat(new QualificationRule(0, 50, 0.58, 1, 0, null).needed()).isEqualTo(29);
    }

    /** What a worker, the requester or time may do at any moment. */
    sealed interface Act {
        record Begin(Trial trial) implements Act {}

        record Answered(int right) implements Act {}

        record Wait(int seconds) implements Act {}

        record ChangeGuideline() implements Act {}

        record WorkComes(int tasks) implements Act {}
    }

    @Property
    void holdsToTheRuleWhateverHappens(@ForAll("acts") List<Act> acts) {
        Qualification taken = Qualification.NONE;
        Instant now = NOW;
        int guideline = 1;
        int work = 1;
        for (Act act : acts) {
            switch (act) {
                case Act.Begin(Trial trial) -> {
                    TrialContext context = new TrialContext(RULE, guideline, work, now);
                    if (QualificationDecider.begin(taken, trial, context)
                            instanceof TrialDecision.Begin(int questions)) {
                        assertMayBegin(taken, trial, context);
                        taken = taken.with(attempt(trial, guideline, questions, now));
                    }
                }
                case Act.Answered(int right) -> taken = answered(taken, right, now);
                case Act.Wait(int seconds) -> now = now.plusSeconds(seconds);
                case Act.ChangeGuideline _ -> guideline++;
                case Act.WorkComes(int tasks) -> work = tasks;
            }
            assertPassMarkHolds(taken);
        }
    }

    private static Qualification answered(Qualification taken, int right, Instant now) {
        Attempt open = taken.open();
        if (open == null) {
            return taken;
        }
        int questions = open.questions().size();
        int most = Math.min(right, questions);
        Qualification ended =
                QualificationDecider.settle(
                        taken, answers(open, most, questions - most, 0, now), RULE);
        assertThat(ended.open()).isNull();
        return ended;
    }

    private static void assertMayBegin(Qualification taken, Trial trial, TrialContext now) {
        assertThat(taken.open()).isNull();
        assertThat(now.work()).isPositive();
        assertThat(taken.passedUnder()).isLessThan(now.since());
        if (trial == Trial.TEST) {
            assertThat(taken.ended(Trial.TUTORIAL, now.since())).isNotEmpty();
            assertThat(taken.failed(now.since()).count()).isLessThan(RULE.attempts());
            assertThat(taken.failed(now.since()))
                    .allSatisfy(
                            failed ->
                                    assertThat(failed.outcome().endedAt().plusSeconds(3_600))
                                            .isBeforeOrEqualTo(now.now()));
        }
    }

    private static void assertPassMarkHolds(Qualification taken) {
        assertThat(taken.attempts())
                .filteredOn(attempt -> attempt.outcome() != null)
                .allSatisfy(
                        attempt ->
                                assertThat(attempt.outcome().passed())
                                        .isEqualTo(
                                                attempt.trial() == Trial.TEST
                                                        && attempt.outcome().right() >= 2));
    }

    @Provide
    Arbitrary<List<Act>> acts() {
        Arbitrary<Act> begins = Arbitraries.of(Trial.values()).map(Act.Begin::new);
        Arbitrary<Act> answers = Arbitraries.integers().between(0, 3).map(Act.Answered::new);
        Arbitrary<Act> waits = Arbitraries.integers().between(1, 4_000).map(Act.Wait::new);
        Arbitrary<Act> changes = Arbitraries.just(new Act.ChangeGuideline());
        Arbitrary<Act> work = Arbitraries.integers().between(0, 2).map(Act.WorkComes::new);
        return Arbitraries.frequencyOf(
                        Tuple.of(6, begins),
                        Tuple.of(6, answers),
                        Tuple.of(3, waits),
                        Tuple.of(1, changes),
                        Tuple.of(1, work))
                .list()
                .ofMaxSize(40);
    }

    private static TrialDecision begin(Qualification taken, Trial trial, Instant now) {
        return QualificationDecider.begin(taken, trial, new TrialContext(RULE, 1, 5, now));
    }

    private static Qualification taught() {
        Attempt tutorial = attempt(Trial.TUTORIAL, 1, 1, NOW);
        return QualificationDecider.settle(
                Qualification.NONE.with(tutorial), answers(tutorial, 0, 1, 0, NOW), RULE);
    }

    private static Qualification tested(
            Qualification taken, int guideline, int right, int givenBack) {
        Attempt test = attempt(Trial.TEST, guideline, 3, NOW);
        return QualificationDecider.settle(
                taken.with(test),
                answers(test, right, 3 - right - givenBack, givenBack, NOW),
                RULE);
    }

    private static Attempt attempt(Trial trial, int guideline, int questions, Instant at) {
        List<String> ids = IntStream.range(0, questions).mapToObj(i -> "t" + i).toList();
        return new Attempt(trial, guideline, ids, at, null);
    }

    private static Map<String, Assignment> answers(
            Attempt attempt, int right, int wrong, int givenBack, Instant at) {
        Map<String, Assignment> answers = new HashMap<>();
        for (int i = 0; i < right + wrong + givenBack; i++) {
            Lease lease = lease(attempt, attempt.questions().get(i));
            answers.put(
                    lease.taskId(),
                    i < right + wrong
                            ? judged(lease, i < right, at)
                            : new Assignment.Returned(lease, ReturnReason.SKIPPED, at));
        }
        return answers;
    }

    private static Assignment judged(Lease lease, boolean right, Instant at) {
        Verdict verdict = right ? Verdict.ACCEPTED : Verdict.REJECTED;
        return new Assignment.Reviewed(
                lease,
                new Submission.Label(new Answer.Category("cat")),
                at,
                new Review(verdict, VerdictReason.AGREES, "", at));
    }

    private static Lease lease(Attempt attempt, String taskId) {
        return new Lease(
                taskId,
                "p",
                "w",
                0,
                new LeaseTerms(
                        1,
                        new Money(0, "INR"),
                        1,
                        1_000,
                        attempt.guidelineVersion(),
                        attempt.trial()),
                new Media("image", "picture:a", "image/png", 1, 1),
                Tool.CATEGORY,
                null,
                attempt.startedAt(),
                attempt.startedAt().plusSeconds(60));
    }
}
