package io.assay.assignment.guideline;

import io.assay.web.Problem;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Refusals about guidelines; the slugs are documented in docs/problems.md. */
final class GuidelineProblems {

    private GuidelineProblems() {}

    static Problem noSuchVersion() {
        return Problem.of(
                HttpStatus.NOT_FOUND, "guideline-not-found", "The guideline has no such version.");
    }

    static Problem applicationsClosed(@Nullable Instant from) {
        Problem problem =
                Problem.of(
                        HttpStatus.CONFLICT,
                        "applications-closed",
                        "The project takes no new workers now.");
        return from == null ? problem : problem.with("from", from);
    }

    static Problem noPlaceLeft() {
        return Problem.of(
                HttpStatus.CONFLICT,
                "no-place-left",
                "The project has as many workers as it wants.");
    }

    static Problem outdated(int version, int current) {
        return Problem.of(
                        HttpStatus.CONFLICT,
                        "guideline-outdated",
                        "version: " + version + " (expected: " + current + ")")
                .with("version", current);
    }
}
