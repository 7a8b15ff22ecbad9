package io.assay.review.freeze;

import io.assay.web.Problem;
import org.springframework.http.HttpStatus;

/** What can be wrong with a request about frozen projects. */
final class FreezeProblems {
    private FreezeProblems() {}

    static Problem notFrozen() {
        return Problem.of(
                HttpStatus.CONFLICT, "not-frozen", "This project's verdicts are not held.");
    }
}
