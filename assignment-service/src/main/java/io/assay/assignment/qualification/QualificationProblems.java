package io.assay.assignment.qualification;

import io.assay.web.Problem;
import java.time.Duration;
import java.time.Instant;
import org.springframework.http.HttpStatus;

/** Refusals about tutorials and tests; the slugs are documented in docs/problems.md. */
final class QualificationProblems {

    private static final int MAX_RETRY_AFTER_SECONDS = 86_400;

    private QualificationProblems() {}

    static Problem of(TrialDecision.Refused refused, Instant now) {
        return switch (refused) {
            case TrialDecision.AlreadyQualified _ ->
                    Problem.of(
                            HttpStatus.CONFLICT,
                            "already-qualified",
                            "You have passed the project's test.");
            case TrialDecision.NoWork _ ->
                    Problem.of(
                            HttpStatus.CONFLICT,
                            "no-work-to-qualify-for",
                            "The project has no work for those who pass at the moment.");
            case TrialDecision.OtherUnderWay _ ->
                    Problem.of(
                            HttpStatus.CONFLICT,
                            "trial-under-way",
                            "A tutorial or a test of this project is under way: end it first.");
            case TrialDecision.NoTutorial _ ->
                    Problem.of(
                            HttpStatus.CONFLICT,
                            "no-tutorial",
                            "The project has no tutorial, or none before the next test.");
            case TrialDecision.TutorialFirst(int samples) ->
                    Problem.of(
                                    HttpStatus.CONFLICT,
                                    "tutorial-first",
                                    "Take the tutorial first: " + samples + " samples.")
                            .with("samples", samples);
            case TrialDecision.AttemptsUsedUp(int attempts) ->
                    Problem.of(
                                    HttpStatus.CONFLICT,
                                    "attempts-used-up",
                                    "tests failed: " + attempts + " (expected: < " + attempts + ")")
                            .with("attempts", attempts);
            case TrialDecision.TooEarly(Instant notBefore) ->
                    Problem.of(
                                    HttpStatus.CONFLICT,
                                    "retake-too-early",
                                    "The next test may begin at " + notBefore + ".")
                            .with("notBefore", notBefore.toString())
                            .retryAfter(seconds(now, notBefore));
            case TrialDecision.TooFewQuestions(int left, int needed) ->
                    Problem.of(
                            HttpStatus.CONFLICT,
                            "too-few-questions",
                            "questions you never had: " + left + " (expected: >= " + needed + ")");
        };
    }

    private static int seconds(Instant now, Instant then) {
        return Math.clamp(Duration.between(now, then).toSeconds() + 1, 1, MAX_RETRY_AFTER_SECONDS);
    }

    static Problem noTest() {
        return Problem.of(
                HttpStatus.NOT_FOUND, "test-not-found", "There is no test of such a project.");
    }

    static Problem noAttempt() {
        return Problem.of(
                HttpStatus.NOT_FOUND, "attempt-not-found", "You have taken no such test.");
    }
}
