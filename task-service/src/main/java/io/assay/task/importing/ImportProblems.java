package io.assay.task.importing;

import io.assay.web.Problem;
import org.springframework.http.HttpStatus;

/** How refusals about imports are told. */
final class ImportProblems {

    private static final int SOON = 5;

    private ImportProblems() {}

    static Problem notFound() {
        return Problem.of(
                HttpStatus.NOT_FOUND, "import-not-found", "There is no such import for you.");
    }

    static Problem running(ImportJob job) {
        return Problem.of(
                        HttpStatus.CONFLICT,
                        "import-running",
                        "The same import is at work, or was cut off less than half a minute ago.")
                .with("job", job.id())
                .retryAfter(SOON);
    }

    static Problem busy() {
        return Problem.of(
                        HttpStatus.TOO_MANY_REQUESTS,
                        "too-many-imports",
                        "As many imports as fit are at work: try again.")
                .retryAfter(SOON);
    }

    static Problem tooLong(ImportJob job) {
        return Problem.of(
                        HttpStatus.CONTENT_TOO_LARGE,
                        "body-too-large",
                        "body: too large (expected: at most "
                                + ImportRows.LONGEST_BODY
                                + " bytes); the rows before that are imported")
                .with("job", job.id());
    }
}
