package io.assay.review.suggestion;

import io.assay.web.Problem;
import org.springframework.http.HttpStatus;

/** What can be wrong with a request about suggestions. */
final class SuggestionProblems {
    private SuggestionProblems() {}

    static Problem notFound() {
        return Problem.of(
                HttpStatus.NOT_FOUND, "suggestion-not-found", "You have no such suggestion.");
    }

    static Problem alreadySuggested() {
        return Problem.of(
                HttpStatus.CONFLICT,
                "already-suggested",
                "You have suggested another sentence for this picture: there is one for each.");
    }

    static Problem badStatus(String name) {
        return Problem.of(
                HttpStatus.BAD_REQUEST,
                "bad-suggestion-status",
                "status: " + name + " (expected: open, taken or declined)");
    }
}
