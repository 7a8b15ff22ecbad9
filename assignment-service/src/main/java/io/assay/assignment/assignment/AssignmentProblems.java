package io.assay.assignment.assignment;

import io.assay.assignment.assignment.AssignmentDecider.Decision;
import io.assay.web.Problem;
import org.springframework.http.HttpStatus;

/** Refusals as problem details; the slugs are documented in docs/problems.md. */
public final class AssignmentProblems {

    private AssignmentProblems() {}

    static Problem of(Decision.Refused refused) {
        return switch (refused) {
            case Decision.NotFound _ -> notFound();
            case Decision.AlreadyAnswered _ ->
                    Problem.of(
                            HttpStatus.CONFLICT,
                            "already-answered",
                            "It was answered before, otherwise.");
            case Decision.LeaseExpired _ ->
                    Problem.of(
                            HttpStatus.CONFLICT,
                            "lease-expired",
                            "The time ran out, and the task was given back.");
            case Decision.AlreadyReturned _ ->
                    Problem.of(
                            HttpStatus.CONFLICT,
                            "already-returned",
                            "It was skipped or released before.");
            case Decision.ExtendedEnough(var last) ->
                    Problem.of(
                                    HttpStatus.CONFLICT,
                                    "extended-enough",
                                    "The project allows no more time than until " + last + ".")
                            .with("until", last.toString());
            case Decision.ProjectClosed _ -> projectClosed();
            case Decision.Invalid(var problems) ->
                    Problem.of(
                                    HttpStatus.UNPROCESSABLE_CONTENT,
                                    "invalid-answer",
                                    String.join("; ", problems))
                            .with("problems", problems);
        };
    }

    static Problem notFound() {
        return Problem.of(
                HttpStatus.NOT_FOUND, "assignment-not-found", "You have no such assignment.");
    }

    static Problem of(LeaseOutcome.NotGiven outcome) {
        return switch (outcome) {
            case LeaseOutcome.Refused(LeaseRefusal refusal) -> of(refusal);
            case LeaseOutcome.NoWorker _ -> noWorker();
            case LeaseOutcome.BudgetExhausted _ ->
                    Problem.of(
                            HttpStatus.CONFLICT,
                            "budget-exhausted",
                            "What is left of the project's budget pays for none of its tasks.");
            case LeaseOutcome.ShareMoving _ ->
                    Problem.of(
                                    HttpStatus.SERVICE_UNAVAILABLE,
                                    "share-moving",
                                    "The tasks are changing hands: try again.")
                            .retryAfter(1);
            case LeaseOutcome.KeyReused _ ->
                    Problem.of(
                            HttpStatus.UNPROCESSABLE_CONTENT,
                            "idempotency-key-reused",
                            "The idempotency key came before with another request.");
            case LeaseOutcome.InProgress _ ->
                    Problem.of(
                                    HttpStatus.CONFLICT,
                                    "request-in-progress",
                                    "The request with this idempotency key is being worked on.")
                            .retryAfter(1);
        };
    }

    /** A project that the worker must not know of is the same as none. */
    public static Problem of(LeaseRefusal refusal) {
        return switch (refusal) {
            case LeaseRefusal.NotActive _ ->
                    Problem.of(
                            HttpStatus.FORBIDDEN,
                            "worker-not-active",
                            "Your account waits for activation or is suspended.");
            case LeaseRefusal.HoldingTooMany(int held, int limit) ->
                    Problem.of(
                                    HttpStatus.CONFLICT,
                                    "holding-too-many",
                                    "held: " + held + " (expected: < " + limit + ")")
                            .with("held", held)
                            .with("limit", limit);
            case LeaseRefusal.NoProject _, LeaseRefusal.TierTooLow _ -> noProject();
            case LeaseRefusal.ProjectPaused _ ->
                    Problem.of(
                            HttpStatus.CONFLICT,
                            "project-paused",
                            "The project gives out no work at the moment.");
            case LeaseRefusal.ProjectClosed _ -> projectClosed();
            case LeaseRefusal.TestNotPassed(String projectId, _, _) ->
                    Problem.of(
                                    HttpStatus.CONFLICT,
                                    "not-qualified",
                                    "Pass the project's test first: /v1/qualifications/"
                                            + projectId)
                            .with("projectId", projectId);
            case LeaseRefusal.GuidelineNotAcknowledged(String projectId, _, int version) ->
                    Problem.of(
                                    HttpStatus.CONFLICT,
                                    "guideline-not-acknowledged",
                                    "Read the project's guideline and acknowledge version "
                                            + version
                                            + " first.")
                            .with("projectId", projectId)
                            .with("version", version);
        };
    }

    private static Problem projectClosed() {
        return Problem.of(HttpStatus.CONFLICT, "project-closed", "The project is closed.");
    }

    public static Problem noWorker() {
        return Problem.of(
                HttpStatus.FORBIDDEN, "worker-not-found", "Apply with POST /v1/workers first.");
    }

    public static Problem noProject() {
        return Problem.of(
                HttpStatus.NOT_FOUND, "project-not-found", "There is no such project for you.");
    }

    static Problem badState() {
        return Problem.of(
                HttpStatus.BAD_REQUEST,
                "bad-state",
                "state: not leased, submitted, flagged, returned or reviewed");
    }

    static Problem badReturnReason() {
        return Problem.of(
                HttpStatus.BAD_REQUEST,
                "bad-return-reason",
                "reason: expired (expected: skipped or released)");
    }
}
