package io.assay.task.result;

import io.assay.task.limit.LimitProblems;
import io.assay.task.limit.Slots;
import io.assay.task.project.MongoProjects;
import io.assay.task.project.Project;
import io.assay.task.project.ProjectProblems;
import io.assay.task.task.MongoTasks;
import io.assay.task.task.Task;
import io.assay.task.task.TaskStatus;
import io.assay.web.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** What came of a project. */
@RestController
@RequestMapping("/v1/projects/{projectId}")
@PreAuthorize("hasAnyRole('REQUESTER', 'PARTNER')")
@Tag(name = "Results", description = "The labelled set, whole at any time")
class ResultController {

    private final MongoProjects projects;
    private final MongoTasks tasks;
    private final Slots slots;
    private final JsonMapper json;

    ResultController(MongoProjects projects, MongoTasks tasks, Slots slots, JsonMapper json) {
        this.projects = projects;
        this.tasks = tasks;
        this.slots = slots;
        this.json = json;
    }

    @GetMapping(path = "/results", produces = "application/x-ndjson")
    @Operation(
            summary = "Exports every task of the project, one JSON object a line",
            description =
                    "In order of task id, none left out: labelled, unlabelable, pending, withdrawn, or "
                            + "gold (which partners read as pending). A body that ends without its last "
                            + "chunk is incomplete. 404 project-not-found, 429 too-many-exports, 503 busy.")
    void export(
            @Parameter(hidden = true) Caller caller,
            @PathVariable String projectId,
            HttpServletResponse response)
            throws IOException {
        Project project = readable(projectId, caller);
        boolean owner = MongoProjects.isOwner(project, caller);
        try (Slots.Slot _ = LimitProblems.ofExports(slots.take(caller.id()));
                Stream<Task> all = tasks.all(projectId)) {
            response.setContentType("application/x-ndjson");
            ResultExport.write(all, owner, json::writeValueAsBytes, response.getOutputStream());
        }
    }

    /**
     * How many tasks stand where; the five add up to {@code total}.
     *
     * @param inReview of the pending, those that wait for a reviewer
     * @param gold 0 for partners, who read these as pending
     */
    record Progress(
            long total,
            long pending,
            long labelled,
            long unlabelable,
            long withdrawn,
            long gold,
            long inReview) {
        static Progress of(Map<TaskStatus, Long> counts, long inReview, boolean owner) {
            long gold = counts.getOrDefault(TaskStatus.GOLD, 0L);
            return new Progress(
                    counts.values().stream().mapToLong(Long::longValue).sum(),
                    counts.getOrDefault(TaskStatus.PENDING, 0L) + (owner ? 0 : gold),
                    counts.getOrDefault(TaskStatus.LABELLED, 0L),
                    counts.getOrDefault(TaskStatus.UNLABELABLE, 0L),
                    counts.getOrDefault(TaskStatus.WITHDRAWN, 0L),
                    owner ? gold : 0,
                    inReview);
        }
    }

    @GetMapping("/progress")
    @Operation(summary = "Counts tasks by status", description = "404 project-not-found.")
    Progress progress(@Parameter(hidden = true) Caller caller, @PathVariable String projectId) {
        Project project = readable(projectId, caller);
        return Progress.of(
                tasks.counts(projectId),
                tasks.inReview(projectId),
                MongoProjects.isOwner(project, caller));
    }

    private Project readable(String projectId, Caller caller) {
        return projects.readable(projectId, caller).orElseThrow(ProjectProblems::notFound).state();
    }
}
