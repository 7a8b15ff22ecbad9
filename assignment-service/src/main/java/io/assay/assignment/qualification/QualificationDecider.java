package io.assay.assignment.qualification;

import io.assay.assignment.assignment.Assignment;
import io.assay.assignment.assignment.Assignment.Returned;
import io.assay.assignment.assignment.Assignment.Reviewed;
import io.assay.events.QualificationRule;
import io.assay.events.Trial;
import io.assay.events.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who may take a tutorial or a test, and what came of it. Attempts under an older guideline than
 * the one that counts are over and forgotten: they neither qualify nor use up anything.
 */
final class QualificationDecider {

    private QualificationDecider() {}

    static TrialDecision begin(Qualification taken, Trial trial, TrialContext now) {
        Attempt open = taken.open();
        if (open != null) {
            return open.trial() == trial
                    ? new TrialDecision.Continue(open)
                    : new TrialDecision.OtherUnderWay();
        }
        if (taken.passedUnder() >= now.since()) {
            return new TrialDecision.AlreadyQualified();
        }
        if (now.work() <= 0) {
            return new TrialDecision.NoWork();
        }
        TrialDecision.Refused refusal =
                switch (trial) {
                    case TUTORIAL -> refusalOfTutorial(taken, now);
                    case TEST -> refusalOfTest(taken, now);
                };
        return refusal != null ? refusal : new TrialDecision.Begin(size(trial, now.rule()));
    }

    /** One before each test. */
    private static TrialDecision.@Nullable Refused refusalOfTutorial(
            Qualification taken, TrialContext now) {
        long tutorials = taken.ended(Trial.TUTORIAL, now.since()).count();
        boolean any = now.rule().samples() > 0 && attemptsLeft(taken, now) > 0;
        return any && tutorials <= taken.failed(now.since()).count()
                ? null
                : new TrialDecision.NoTutorial();
    }

    private static TrialDecision.@Nullable Refused refusalOfTest(
            Qualification taken, TrialContext now) {
        QualificationRule rule = now.rule();
        if (attemptsLeft(taken, now) <= 0) {
            return new TrialDecision.AttemptsUsedUp(rule.attempts());
        }
        if (rule.samples() > 0 && taken.ended(Trial.TUTORIAL, now.since()).findAny().isEmpty()) {
            return new TrialDecision.TutorialFirst(rule.samples());
        }
        return notBefore(taken, now)
                .filter(instant -> instant.isAfter(now.now()))
                .map(TrialDecision.TooEarly::new)
                .orElse(null);
    }

    static int attemptsLeft(Qualification taken, TrialContext now) {
        return Math.max(0, now.rule().attempts() - (int) taken.failed(now.since()).count());
    }

    /** When the next test may begin at the earliest; empty if none was failed. */
    static Optional<Instant> notBefore(Qualification taken, TrialContext now) {
        return taken.failed(now.since())
                .flatMap(attempt -> Stream.ofNullable(attempt.outcome()))
                .map(outcome -> outcome.endedAt().plusSeconds(now.rule().retakeSeconds()))
                .max(Instant::compareTo);
    }

    static int size(Trial trial, QualificationRule rule) {
        return switch (trial) {
            case TUTORIAL -> rule.samples();
            case TEST -> rule.questions();
        };
    }

    /** Ends what is under way once each of its questions is judged or was given back. */
    static Qualification settle(
            Qualification taken, Map<String, Assignment> answers, QualificationRule rule) {
        Attempt open = taken.open();
        if (open == null) {
            return taken;
        }
        List<Assignment> over =
                open.questions().stream()
                        .flatMap(question -> Optional.ofNullable(answers.get(question)).stream())
                        .filter(answer -> endOf(answer).isPresent())
                        .toList();
        return over.size() == open.questions().size()
                ? taken.withLast(open.ended(outcome(open, over, rule)))
                : taken;
    }

    /** A verdict is corrected in the worker's favour only, and so is what came of a test. */
    static Qualification recount(
            Qualification taken, Map<String, Assignment> answers, QualificationRule rule) {
        return new Qualification(
                taken.attempts().stream()
                        .map(attempt -> recounted(attempt, answers, rule))
                        .toList());
    }

    private static Attempt recounted(
            Attempt attempt, Map<String, Assignment> answers, QualificationRule rule) {
        Attempt.Outcome before = attempt.outcome();
        if (before == null) {
            return attempt;
        }
        int right =
                (int)
                        attempt.questions().stream()
                                .flatMap(question -> Stream.ofNullable(answers.get(question)))
                                .filter(QualificationDecider::isRight)
                                .count();
        boolean passes = attempt.trial() == Trial.TEST && right >= rule.needed();
        return right <= before.right()
                ? attempt
                : attempt.ended(
                        new Attempt.Outcome(right, before.passed() || passes, before.endedAt()));
    }

    private static Attempt.Outcome outcome(
            Attempt attempt, List<Assignment> answers, QualificationRule rule) {
        int right = (int) answers.stream().filter(QualificationDecider::isRight).count();
        Instant end =
                answers.stream()
                        .flatMap(answer -> endOf(answer).stream())
                        .max(Instant::compareTo)
                        .orElse(attempt.startedAt());
        boolean passed = attempt.trial() == Trial.TEST && right >= rule.needed();
        return new Attempt.Outcome(right, passed, end);
    }

    /** An answer skipped, released or too late is wrong. */
    private static boolean isRight(Assignment answer) {
        return answer instanceof Reviewed reviewed
                && reviewed.review().verdict() == Verdict.ACCEPTED;
    }

    private static Optional<Instant> endOf(Assignment answer) {
        return switch (answer) {
            case Reviewed reviewed -> Optional.of(reviewed.review().reviewedAt());
            case Returned returned -> Optional.of(returned.returnedAt());
            case Assignment.Leased _, Assignment.Answered _ -> Optional.empty();
        };
    }
}
