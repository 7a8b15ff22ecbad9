package io.assay.task.gold;

import io.assay.task.project.MongoProjects;
import io.assay.task.project.Project;
import io.assay.task.project.ProjectProblems;
import io.assay.web.Caller;
import io.assay.web.Page;
import io.assay.web.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** New gold out of a project's own results. */
@RestController
@RequestMapping("/v1/projects/{projectId}/gold/proposals")
@PreAuthorize("hasRole('REQUESTER')")
@Tag(name = "Gold", description = "Known answers that measure workers")
class GoldController {

    private static final double SURE = 0.99;

    /**
     * @param taskId of the result
     * @param goldTaskId of the gold task made of it; absent if it was declined
     */
    record Decided(String taskId, @Nullable String goldTaskId) {}

    private final MongoProjects projects;
    private final ProposeGold propose;

    GoldController(MongoProjects projects, ProposeGold propose) {
        this.projects = projects;
        this.propose = propose;
    }

    @GetMapping
    @Operation(
            summary = "Results that are sure enough to become gold",
            description =
                    "Goes through up to limit tasks in order of id and returns those labelled with at"
                            + " least minConfidence (0 to 1; 0.99 if absent) by three labels or more that"
                            + " were neither approved nor declined. Send again with cursor = next until"
                            + " there is no next. 400 bad-cursor, 404 project-not-found, 422 invalid-filter.")
    ProposeGold.Found proposals(
            @Parameter(hidden = true) Caller caller,
            @PathVariable String projectId,
            @RequestParam(required = false) @Nullable Double minConfidence,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        Project project = owned(projectId, caller);
        double least = minConfidence == null ? SURE : minConfidence;
        if (!(least >= 0 && least <= 1)) {
            throw Problem.of(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "invalid-filter",
                    "minConfidence: " + least + " (expected: 0 to 1)");
        }
        return propose.find(project.projectId(), least, cursor, Page.limit(limit));
    }

    @PostMapping("/{taskId}/approve")
    @Operation(
            summary = "Makes a gold task of a result",
            description =
                    "The task itself stays as it is. Approving again gets the same gold task. Training"
                            + " gold shows workers the right answer afterwards; hidden, if absent. 404"
                            + " project-not-found, 404 task-not-found if there is no such result, 409"
                            + " project-status unless published or paused.")
    Decided approve(
            @Parameter(hidden = true) Caller caller,
            @PathVariable String projectId,
            @PathVariable String taskId,
            @RequestParam(required = false, defaultValue = "false") boolean training) {
        Project project = owned(projectId, caller);
        if (!project.takesTasks()) {
            throw ProjectProblems.wrongStatus(project.status());
        }
        return propose.approve(project, taskId, training)
                .map(gold -> new Decided(taskId, gold.id()))
                .orElseThrow(GoldController::notFound);
    }

    @PostMapping("/{taskId}/decline")
    @Operation(
            summary = "Proposes a result no more",
            description =
                    "Declining again changes nothing. 404 project-not-found, 404 task-not-found if"
                            + " there is no such result.")
    Decided decline(
            @Parameter(hidden = true) Caller caller,
            @PathVariable String projectId,
            @PathVariable String taskId) {
        Project project = owned(projectId, caller);
        return propose.decline(project.projectId(), taskId)
                .map(_ -> new Decided(taskId, null))
                .orElseThrow(GoldController::notFound);
    }

    private static Problem notFound() {
        return Problem.of(HttpStatus.NOT_FOUND, "task-not-found", "There is no such task for you.");
    }

    private Project owned(String projectId, Caller caller) {
        return projects.owned(projectId, caller).orElseThrow(ProjectProblems::notFound).state();
    }
}
