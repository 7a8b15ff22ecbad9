package io.assay.review.adjudication;

import io.assay.web.ETags;
import io.assay.web.Problem;
import java.util.List;
import org.springframework.http.HttpStatus;

/** What can be wrong with a reviewer's request. */
public final class ReviewProblems {
    private ReviewProblems() {}

    public static Problem notFound() {
        return Problem.of(
                HttpStatus.NOT_FOUND, "review-not-found", "No such picture waits for a reviewer.");
    }

    public static Problem alreadyDecided() {
        return Problem.of(
                HttpStatus.CONFLICT, "already-decided", "This has been decided otherwise.");
    }

    public static Problem ownWork() {
        return Problem.of(
                HttpStatus.FORBIDDEN,
                "own-work",
                "You have labelled this picture yourself: another reviewer has to decide it.");
    }

    public static Problem ownDecision() {
        return Problem.of(
                HttpStatus.FORBIDDEN,
                "own-decision",
                "You have decided this yourself: another reviewer has to look at it.");
    }

    public static Problem of(Conflicts.Conflict conflict) {
        return switch (conflict) {
            case OWN_LABEL -> ownWork();
            case OWN_DECISION -> ownDecision();
        };
    }

    static Problem withdrawn() {
        return Problem.of(
                HttpStatus.CONFLICT,
                "picture-withdrawn",
                "Its requester has taken the picture back: there is nothing to decide.");
    }

    public static Problem newerGuideline(int named, int oldest) {
        return Problem.of(
                        HttpStatus.CONFLICT,
                        "newer-guideline",
                        "guidelineVersion: "
                                + named
                                + " (expected: "
                                + oldest
                                + ", which the rejected label was made under)")
                .with("named", named)
                .with("oldest", oldest);
    }

    static Problem badReason(String name) {
        return Problem.of(
                HttpStatus.BAD_REQUEST,
                "bad-reason",
                "reason: " + name + " (expected: undecided, flagged or audit)");
    }

    static Problem stale(long expected, long current) {
        return Problem.of(
                        HttpStatus.PRECONDITION_FAILED,
                        "stale-version",
                        "If-Match: "
                                + ETags.of(expected)
                                + " (expected: "
                                + ETags.of(current)
                                + ")")
                .with("current", ETags.of(current));
    }

    public static Problem invalid(List<String> problems) {
        return Problem.of(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "invalid-answer",
                        String.join("; ", problems))
                .with("problems", problems);
    }
}
