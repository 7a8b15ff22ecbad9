package io.assay.task.project;

import io.assay.events.ProjectStatus;
import io.assay.web.Problem;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;

/** Problems about projects. */
public final class ProjectProblems {

    private ProjectProblems() {}

    /** 404: it is not there, or not for the caller to know of. */
    public static Problem notFound() {
        return Problem.of(
                HttpStatus.NOT_FOUND, "project-not-found", "There is no such project for you.");
    }

    static Problem refused(ProjectRefusal why) {
        return switch (why) {
            case ProjectRefusal.WrongStatus(var status) -> wrongStatus(status);
            case ProjectRefusal.Frozen(var pointers) -> frozen(pointers);
            case ProjectRefusal.Invalid(var problems) -> invalid(problems);
            case ProjectRefusal.Stale() -> stale();
            case ProjectRefusal.OtherUnderSameKey() -> otherUnderSameKey();
        };
    }

    static Problem guidelineNotFound() {
        return Problem.of(
                HttpStatus.NOT_FOUND, "guideline-not-found", "The guideline has no such version.");
    }

    /** 409: what was asked does not fit where the project stands. */
    public static Problem wrongStatus(ProjectStatus status) {
        String name = status.name().toLowerCase(Locale.ROOT);
        return Problem.of(
                        HttpStatus.CONFLICT,
                        "project-status",
                        "The project is " + name + ", which does not allow this.")
                .with("status", name);
    }

    static Problem invalid(List<FieldProblem> problems) {
        String detail =
                problems.stream().map(FieldProblem::detail).collect(Collectors.joining("; "));
        return Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "invalid-project", detail)
                .with("errors", problems);
    }

    private static Problem frozen(List<String> pointers) {
        return Problem.of(
                        HttpStatus.CONFLICT,
                        "project-frozen",
                        "Cannot be changed once published: " + String.join(", ", pointers))
                .with("pointers", pointers);
    }

    private static Problem stale() {
        return Problem.of(
                HttpStatus.PRECONDITION_FAILED,
                "stale-version",
                "The project was changed in the meantime: read it again.");
    }

    /** 422: one key names one request. */
    public static Problem otherUnderSameKey() {
        return Problem.of(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "idempotency-key-reused",
                "This Idempotency-Key was used for another body.");
    }
}
