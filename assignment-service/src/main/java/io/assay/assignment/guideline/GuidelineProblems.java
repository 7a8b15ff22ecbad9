package io.assay.assignment.guideline;

import io.assay.web.Problem;
import org.springframework.http.HttpStatus;

/** Refusals about guidelines; the slugs are documented in docs/problems.md. */
final class GuidelineProblems {

    private GuidelineProblems() {}

    static Problem noSuchVersion() {
        return Problem.of(
                HttpStatus.NOT_FOUND, "guideline-not-found", "The guideline has no such version.");
    }

    static Problem outdated(int version, int current) {
        return Problem.of(
                        HttpStatus.CONFLICT,
                        "guideline-outdated",
                        "version: " + version + " (expected: " + current + ")")
                .with("version", current);
    }
}
