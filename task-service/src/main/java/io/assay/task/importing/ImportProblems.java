package io.assay.task.importing;

import io.assay.task.limit.LimitProblems;
import io.assay.task.project.ProjectProblems;
import io.assay.web.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Problems about imports. */
final class ImportProblems {

    private static final int SOON = 5;

    private ImportProblems() {}

    /** The job, unless what came is a refusal. */
    static ImportJob job(ImportOutcome outcome) {
        return switch (outcome) {
            case ImportOutcome.Taken(var job) -> job;
            case ImportOutcome.TooLong(var job) -> throw tooLong(job);
            case ImportOutcome.Unreadable(var job) -> throw unreadable(job);
            case ImportOutcome.Running(var job) -> throw running(job);
            case ImportOutcome.Gap(var job) -> throw gap(job);
            case ImportOutcome.Over(var job) -> throw over(job);
            case ImportOutcome.InOnePiece(var job) -> throw inOnePiece(job);
            case ImportOutcome.OtherUnderSameKey() -> throw ProjectProblems.otherUnderSameKey();
            case ImportOutcome.Busy(var none) ->
                    throw LimitProblems.refused(none, ImportProblems::tooMany);
        };
    }

    static Problem notFound() {
        return Problem.of(
                HttpStatus.NOT_FOUND, "import-not-found", "There is no such import for you.");
    }

    static Problem unknownFormat(@Nullable String given) {
        return Problem.of(
                HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                "unknown-format",
                "format: "
                        + BadRow.brief(given)
                        + " (expected: ndjson or csv, or a Content-Type that says so; whole files"
                        + " also coco, voc, yolo, cvat, label-studio)");
    }

    static Problem negative(String field, long value) {
        return Problem.of(
                HttpStatus.BAD_REQUEST,
                "invalid-request",
                field + ": " + value + " (expected: >= 0)");
    }

    private static Problem running(ImportJob job) {
        return Problem.of(
                        HttpStatus.CONFLICT,
                        "import-running",
                        "The same import is at work, or was cut off less than "
                                + ImportWatch.SILENCE.toSeconds()
                                + " seconds ago.")
                .with("job", job.id())
                .retryAfter(SOON);
    }

    private static Problem gap(ImportJob job) {
        return Problem.of(
                        HttpStatus.CONFLICT,
                        "import-gap",
                        "offset: beyond what was taken (expected: <= "
                                + job.progress().bytes()
                                + ")")
                .with("job", job.id())
                .with("nextOffset", job.progress().bytes());
    }

    private static Problem unexpected(String field, @Nullable Object value, String expected) {
        return Problem.of(
                HttpStatus.BAD_REQUEST,
                "invalid-request",
                field + ": " + BadRow.brief(value) + " (expected: " + expected + ")");
    }

    /** Of the parameters of an import of annotations. */
    static AnnotationTerms annotations(@Nullable String as, @Nullable String pictures) {
        String before = pictures == null ? "" : pictures;
        if (before.length() > AnnotationTerms.MAX_LENGTH) {
            throw unexpected(
                    "pictures", before, "<= " + AnnotationTerms.MAX_LENGTH + " characters");
        }
        AnnotationTerms.As meant =
                switch (as) {
                    case null -> AnnotationTerms.As.PRELABEL;
                    case "prelabel" -> AnnotationTerms.As.PRELABEL;
                    case "gold" -> AnnotationTerms.As.GOLD;
                    default -> throw unexpected("as", as, "gold or prelabel");
                };
        return new AnnotationTerms(meant, before);
    }

    private static Problem inOnePiece(ImportJob job) {
        return Problem.of(
                        HttpStatus.CONFLICT,
                        "import-in-one-piece",
                        "A file of this format comes in one piece: send it again under the same"
                                + " Idempotency-Key.")
                .with("job", job.id());
    }

    private static Problem over(ImportJob job) {
        return Problem.of(
                        HttpStatus.CONFLICT,
                        "import-over",
                        "The import takes no more rows: it is done, failed or cancelled.")
                .with("job", job.id());
    }

    private static Problem unreadable(ImportJob job) {
        return Problem.of(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "unreadable-import",
                        String.valueOf(job.reason()))
                .with("job", job.id());
    }

    private static Problem tooMany(int most) {
        return Problem.of(
                HttpStatus.TOO_MANY_REQUESTS,
                "too-many-imports",
                LimitProblems.tooMany("imports", most));
    }

    private static Problem tooLong(ImportJob job) {
        return Problem.of(
                        HttpStatus.CONTENT_TOO_LARGE,
                        "body-too-large",
                        job.reason() + "; the rows before that are imported")
                .with("job", job.id());
    }
}
