package io.assay.task.verification;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import io.assay.task.project.MongoProjects;
import io.assay.task.project.Project;
import io.assay.task.project.ProjectProblems;
import io.assay.web.Caller;
import io.assay.web.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Verification of results that are there. */
@RestController
@RequestMapping("/v1/projects/{projectId}/verifications")
@PreAuthorize("hasRole('REQUESTER')")
@Tag(
        name = "Verifications",
        description = "Is this label right? Asked of another project's results")
class VerificationController {

    private static final int MAX_CLASSES = 1_000;
    private static final int MAX_EXAMINED = 1_000;

    /**
     * @param minConfidence of the result, 0 to 1; 0 if absent
     * @param maxConfidence of the result, 0 to 1; 1 if absent
     * @param limit tasks to go through in this request, 1 to 1,000; 1,000 if absent
     * @param classIds only results with at least one of these, at most 1,000; any if absent
     */
    record Filter(
            @Nullable Double minConfidence,
            @Nullable Double maxConfidence,
            @Nullable Integer limit,
            @JsonSetter(contentNulls = Nulls.FAIL) @Nullable List<String> classIds) {

        static final Filter ANY = new Filter(null, null, null, null);
    }

    /**
     * @param fromProject whose results are to be verified; yours, too
     * @param filter which of them; all if absent
     * @param cursor {@code next} of the request before
     */
    record Body(@Nullable String fromProject, @Nullable Filter filter, @Nullable String cursor) {}

    private final MongoProjects projects;
    private final VerifyResults verify;

    VerificationController(MongoProjects projects, VerifyResults verify) {
        this.projects = projects;
        this.verify = verify;
    }

    @PostMapping
    @Operation(
            summary = "Makes tasks out of the results of another project",
            description =
                    "Goes through up to filter.limit tasks of the other project in order of id, and"
                            + " makes a task of each labelled one that the filter takes: its picture,"
                            + " with the result shown as pre-label; its external id is the verified"
                            + " task's id. Send again with cursor = next until there is no next."
                            + " Idempotent: what is there already counts as duplicates. Gold is"
                            + " imported as rows with gold and preLabel. 404 project-not-found (either"
                            + " of them), 409 project-status unless published or paused, 422"
                            + " invalid-filter, 422 verification-mismatch unless this project verifies"
                            + " the other one's tool, with the same classes.")
    VerifyResults.Made make(
            @Parameter(hidden = true) Caller caller,
            @PathVariable String projectId,
            @RequestBody Body body) {
        Project verifying = owned(projectId, caller);
        Project verified = owned(Objects.requireNonNullElse(body.fromProject(), ""), caller);
        if (!verifying.takesTasks()) {
            throw ProjectProblems.wrongStatus(verifying.status());
        }
        if (!VerifyResults.fits(verifying.spec().ontology(), verified.spec().ontology())) {
            throw mismatch();
        }
        Filter filter = Objects.requireNonNullElse(body.filter(), Filter.ANY);
        return verify.make(verifying, verified, checked(filter), body.cursor(), limit(filter));
    }

    private static ResultFilter checked(Filter filter) {
        double min = share("minConfidence", filter.minConfidence(), 0);
        double max = share("maxConfidence", filter.maxConfidence(), 1);
        List<String> classIds = Objects.requireNonNullElse(filter.classIds(), List.of());
        if (min > max) {
            throw invalid("minConfidence", min, "at most " + max);
        }
        if (classIds.size() > MAX_CLASSES) {
            throw invalid("classIds", classIds.size(), "at most " + MAX_CLASSES);
        }
        return new ResultFilter(min, max, Set.copyOf(classIds));
    }

    private static double share(String field, @Nullable Double given, double otherwise) {
        double share = given == null ? otherwise : given;
        if (!(share >= 0 && share <= 1)) {
            throw invalid(field, share, "0 to 1");
        }
        return share;
    }

    private static int limit(Filter filter) {
        int limit = Objects.requireNonNullElse(filter.limit(), MAX_EXAMINED);
        if (limit < 1 || limit > MAX_EXAMINED) {
            throw invalid("limit", limit, "1 to " + MAX_EXAMINED);
        }
        return limit;
    }

    private Project owned(String projectId, Caller caller) {
        return projects.owned(projectId, caller).orElseThrow(ProjectProblems::notFound).state();
    }

    private static Problem mismatch() {
        return Problem.of(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "verification-mismatch",
                "ontology: another (expected: tool verification, which verifies the other project's"
                        + " tool, with its classes and rotation)");
    }

    private static Problem invalid(String field, Object value, String expected) {
        return Problem.of(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "invalid-filter",
                field + ": " + value + " (expected: " + expected + ")");
    }
}
