package io.assay.review.adjudication;

import io.assay.web.ETags;
import io.assay.web.Problem;
import java.util.List;
import org.springframework.http.HttpStatus;

/** What can be wrong with a reviewer's request. */
final class ReviewProblems {
    private ReviewProblems() {}

    static Problem notFound() {
        return Problem.of(
                HttpStatus.NOT_FOUND, "review-not-found", "No such picture waits for a reviewer.");
    }

    static Problem alreadyDecided() {
        return Problem.of(
                HttpStatus.CONFLICT, "already-decided", "This picture has been decided otherwise.");
    }

    static Problem ownWork() {
        return Problem.of(
                HttpStatus.FORBIDDEN,
                "own-work",
                "You have labelled this picture yourself: another reviewer has to decide it.");
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

    static Problem invalid(List<String> problems) {
        return Problem.of(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "invalid-answer",
                        String.join("; ", problems))
                .with("problems", problems);
    }

    static Problem badCursor() {
        return Problem.of(HttpStatus.BAD_REQUEST, "bad-cursor", "cursor: not one of this service");
    }
}
