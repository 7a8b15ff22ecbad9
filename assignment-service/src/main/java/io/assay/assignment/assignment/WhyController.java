package io.assay.assignment.assignment;

import io.assay.assignment.dispatch.TaskAvailability;
import io.assay.assignment.project.Project;
import io.assay.assignment.project.Projects;
import io.assay.assignment.worker.MongoWorkers;
import io.assay.assignment.worker.Worker;
import io.assay.web.Caller;
import io.assay.web.Page;
import io.assay.web.Paged;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Workers ask why there is nothing for them to do. */
@RestController
@Tag(name = "Work")
class WhyController {

    /**
     * @param reasons what keeps the worker from all projects, empty if nothing does
     * @param items projects by id
     * @param next cursor of the next piece, absent at the end
     */
    record Why(List<Reason> reasons, List<ProjectWhy> items, @Nullable String next)
            implements Paged<Why> {

        @Override
        public Why withNext(String cursor) {
            return new Why(reasons, items, cursor);
        }
    }

    /**
     * @param open tasks that the worker could be given in this instance's share: the power of ten
     *     that they reach, as exact numbers would give gold away
     * @param reasons what withholds the others, or all
     */
    record ProjectWhy(String id, String name, String skill, int open, List<Reason> reasons) {}

    private final MongoWorkers workers;
    private final Projects projects;
    private final WhyNot whyNot;

    WhyController(MongoWorkers workers, Projects projects, WhyNot whyNot) {
        this.workers = workers;
        this.projects = projects;
        this.whyNot = whyNot;
    }

    @Operation(
            summary = "Why there is no work for me",
            description =
                    "The rules that withhold work, each with the number that would change it:"
                            + " worker-not-active, holding-too-many (has, needs: at most), share-moving"
                            + " for all projects; project-paused, project-closed,"
                            + " not-qualified (has, needs: tier in the project's skill),"
                            + " test-not-passed (has, needs: version of the guideline),"
                            + " guideline-not-acknowledged (has, needs: version), holding-too-many,"
                            + " applications-closed (to who is new to it),"
                            + " tier-too-low (tasks, has, needs), already-had (tasks),"
                            + " budget-exhausted (tasks: these cost more than is left),"
                            + " named-for-others (tasks), taken, nothing-open for one. Numbers of tasks are"
                            + " rough: the power of ten that they reach."
                            + " Drafts are left out, closed projects are in if asked for"
                            + " only. Refused: 400 bad-limit, bad-cursor; 403 worker-not-found; 404"
                            + " project-not-found.")
    @GetMapping("/v1/work/why")
    @PreAuthorize("hasRole('WORKER')")
    Why why(
            @Parameter(hidden = true) Caller caller,
            @Parameter(description = "all projects if absent") @RequestParam
                    @Nullable String projectId,
            @Parameter(description = "`next` of the piece before") @RequestParam
                    @Nullable String cursor,
            @Parameter(description = "projects in one piece, 1 to 200; 50 if absent") @RequestParam
                    @Nullable Integer limit) {
        int size = Page.limit(limit);
        Worker worker = workers.find(caller.id()).orElseThrow(AssignmentProblems::noWorker);
        Page<ProjectWhy> page =
                OpenProjects.page(projects, projectId, cursor, size)
                        .map(project -> why(caller.id(), worker, project));
        return new Why(whyNot.ofWorker(caller.id(), worker), page.items(), page.next());
    }

    private ProjectWhy why(String workerId, Worker worker, Project project) {
        TaskAvailability tasks = whyNot.tasks(workerId, project, project.tier(worker));
        List<Reason> reasons = whyNot.ofProject(workerId, worker, project);
        boolean may = reasons.isEmpty() && tasks.available();
        return new ProjectWhy(
                project.id(),
                project.facts().name(),
                project.skill(),
                may ? RoughCount.of(tasks.ready()) : 0,
                Stream.concat(
                                reasons.stream(),
                                Reason.ofTasks(project.tier(worker), tasks).stream())
                        .toList());
    }
}
