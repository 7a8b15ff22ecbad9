package io.assay.task.task;

import io.assay.messaging.AggregateStore;
import io.assay.messaging.Versioned;
import io.assay.task.project.MongoProjects;
import io.assay.task.project.Project;
import io.assay.task.project.ProjectProblems;
import io.assay.web.Caller;
import io.assay.web.Page;
import io.assay.web.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tasks of a project, for its owner and its partners. */
@RestController
@Tag(name = "Tasks", description = "One picture to be labelled, and what came of it")
class TaskController {

    private static final int MAX_REASON = 500;

    private final MongoProjects projects;
    private final MongoTasks tasks;
    private final AggregateStore<Task> store;
    private final TaskIds ids;
    private final WithdrawTask withdraw;

    TaskController(
            MongoProjects projects,
            MongoTasks tasks,
            AggregateStore<Task> taskStore,
            TaskIds ids,
            WithdrawTask withdraw) {
        this.projects = projects;
        this.tasks = tasks;
        this.store = taskStore;
        this.ids = ids;
        this.withdraw = withdraw;
    }

    @GetMapping("/v1/projects/{projectId}/tasks")
    @PreAuthorize("hasAnyRole('REQUESTER', 'PARTNER')")
    @Operation(
            summary = "Lists the tasks of a project, or finds the one of an external id",
            description = "In order of id; limit 1 to 200. 404 project-not-found.")
    Page<TaskView> list(
            @Parameter(hidden = true) Caller caller,
            @PathVariable String projectId,
            @RequestParam(required = false) @Nullable String externalId,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        Project project =
                projects.readable(projectId, caller).orElseThrow(ProjectProblems::notFound).state();
        boolean owner = MongoProjects.isOwner(project, caller);
        int size = Page.limit(limit);
        List<Versioned<Task>> found =
                externalId == null
                        ? tasks.page(projectId, cursor, size + 1)
                        : store.find(ids.of(projectId, externalId)).stream().toList();
        return Page.of(found, size, Versioned::id).map(task -> TaskView.of(task.state(), owner));
    }

    @GetMapping("/v1/tasks/{id}")
    @PreAuthorize("hasAnyRole('REQUESTER', 'PARTNER')")
    @Operation(summary = "A task with its current result", description = "404 task-not-found.")
    TaskView get(@Parameter(hidden = true) Caller caller, @PathVariable String id) {
        Task task = store.find(id).orElseThrow(TaskController::notFound).state();
        Project project =
                projects.readable(task.projectId(), caller)
                        .orElseThrow(TaskController::notFound)
                        .state();
        return TaskView.of(task, MongoProjects.isOwner(project, caller));
    }

    /**
     * Why a task is withdrawn.
     *
     * @param reason at most 500 characters
     */
    record Withdrawal(@Nullable String reason) {}

    @PostMapping("/v1/tasks/{id}/withdraw")
    @PreAuthorize("hasRole('REQUESTER')")
    @Operation(
            summary = "Takes a task back that has no result yet",
            description =
                    "Labels already leased are still judged and paid. A result that is being"
                            + " decided at the same time stands, and the task then has it: what the"
                            + " stream of results sent is never taken back. Again: the same answer. 404"
                            + " task-not-found, 409 task-decided, 409 task-changed.")
    TaskView withdraw(
            @Parameter(hidden = true) Caller caller,
            @PathVariable String id,
            @RequestBody(required = false) @Nullable Withdrawal body) {
        Versioned<Task> task = owned(id, caller).orElseThrow(TaskController::notFound);
        return switch (withdraw.withdraw(task, reason(body))) {
            case WithdrawTask.Outcome.Done(var done) -> TaskView.of(done, true);
            case WithdrawTask.Outcome.HasResult(var status) -> throw hasResult(status);
            case WithdrawTask.Outcome.Changed() -> throw changed();
        };
    }

    private static String reason(@Nullable Withdrawal body) {
        String reason = body == null || body.reason() == null ? "" : body.reason();
        if (reason.length() > MAX_REASON) {
            throw badReason(MAX_REASON);
        }
        return reason;
    }

    private Optional<Versioned<Task>> owned(String id, Caller caller) {
        return store.find(id)
                .filter(task -> projects.owned(task.state().projectId(), caller).isPresent());
    }

    private static Problem notFound() {
        return Problem.of(HttpStatus.NOT_FOUND, "task-not-found", "There is no such task for you.");
    }

    private static Problem hasResult(TaskStatus status) {
        return Problem.of(
                        HttpStatus.CONFLICT,
                        "task-decided",
                        "The task is " + status.wireName() + " and can no longer be withdrawn.")
                .with("status", status.wireName());
    }

    private static Problem changed() {
        return Problem.of(
                HttpStatus.CONFLICT, "task-changed", "The task was changed meanwhile: try again.");
    }

    private static Problem badReason(int most) {
        return Problem.of(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "invalid-reason",
                "reason: too long (expected: at most " + most + " characters)");
    }
}
