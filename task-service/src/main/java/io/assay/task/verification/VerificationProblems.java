package io.assay.task.verification;

import io.assay.web.Problem;
import org.springframework.http.HttpStatus;

/** Problems about verifications. */
final class VerificationProblems {

    private VerificationProblems() {}

    static Problem mismatch() {
        return Problem.of(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "verification-mismatch",
                "ontology: another (expected: tool verification, which verifies the other project's"
                        + " tool, with its classes and rotation)");
    }

    static Problem invalid(String field, Object value, String expected) {
        return Problem.of(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "invalid-filter",
                field + ": " + value + " (expected: " + expected + ")");
    }
}
