package io.assay.review.appeal;

import io.assay.web.Problem;
import java.time.Instant;
import org.springframework.http.HttpStatus;

/** What can be wrong with a request about verdicts and appeals. */
final class AppealProblems {
    private AppealProblems() {}

    static Problem verdictNotFound() {
        return Problem.of(
                HttpStatus.NOT_FOUND, "verdict-not-found", "You have no such verdict so far.");
    }

    static Problem appealNotFound() {
        return Problem.of(HttpStatus.NOT_FOUND, "appeal-not-found", "There is no such appeal.");
    }

    static Problem notRejected() {
        return Problem.of(
                HttpStatus.CONFLICT,
                "not-rejected",
                "verdict: accepted (expected: rejected, to appeal against it)");
    }

    static Problem alreadyAppealed() {
        return Problem.of(
                HttpStatus.CONFLICT,
                "already-appealed",
                "You have appealed against this verdict before: there is one appeal each.");
    }

    static Problem tooLate(Instant until) {
        return Problem.of(
                        HttpStatus.CONFLICT,
                        "appeal-window-closed",
                        "This verdict could be appealed against until " + until + ".")
                .with("until", until.toString());
    }
}
