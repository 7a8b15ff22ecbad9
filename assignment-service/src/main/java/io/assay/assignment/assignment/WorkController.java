package io.assay.assignment.assignment;

import io.assay.assignment.dispatch.Dispatch;
import io.assay.assignment.project.GuidelinePictures;
import io.assay.assignment.project.MongoGuidelines;
import io.assay.assignment.project.Project;
import io.assay.assignment.project.Projects;
import io.assay.assignment.worker.MongoWorkers;
import io.assay.assignment.worker.Worker;
import io.assay.events.Guideline;
import io.assay.events.Money;
import io.assay.events.Ontology;
import io.assay.events.Tool;
import io.assay.web.Caller;
import io.assay.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What there is to do, and how it is done. */
@RestController
@RequestMapping("/v1/work")
@PreAuthorize("hasRole('WORKER')")
@Tag(name = "Work")
class WorkController {

    /**
     * @param items projects by id
     * @param next cursor of the next piece, absent at the end: an id, by which the gateway puts the
     *     pieces of several instances together
     */
    record Listed(List<WorkView> items, @Nullable String next) {}

    /**
     * @param price of an ordinary picture at the worker's tier
     * @param tier of the worker in the skill
     * @param open tasks in this instance's share: the power of ten that they reach
     * @param acknowledge version of the guideline to acknowledge first; absent if that is done
     */
    record WorkView(
            String id,
            String name,
            Tool tool,
            Money price,
            String skill,
            int tier,
            int open,
            @Nullable Integer acknowledge) {}

    /**
     * @param guideline the current one, to be acknowledged
     * @param pictures of the guideline: where to find each, by what the text calls it
     * @param acknowledged the version that the worker acknowledged; absent if none
     * @param batchSize most assignments in one lease
     * @param leaseSeconds how long an assignment may be held
     */
    record ProjectView(
            String id,
            String name,
            Ontology ontology,
            Guideline guideline,
            Map<String, String> pictures,
            @Nullable Integer acknowledged,
            Money price,
            String skill,
            int tier,
            int batchSize,
            int leaseSeconds) {}

    private final MongoWorkers workers;
    private final Projects projects;
    private final LeasePolicy policy;
    private final Dispatch dispatch;
    private final VisibleProjects visible;
    private final MongoGuidelines guidelines;
    private final GuidelinePictures pictures;

    WorkController(
            MongoWorkers workers,
            Projects projects,
            LeasePolicy policy,
            Dispatch dispatch,
            VisibleProjects visible,
            MongoGuidelines guidelines,
            GuidelinePictures pictures) {
        this.workers = workers;
        this.projects = projects;
        this.policy = policy;
        this.dispatch = dispatch;
        this.visible = visible;
        this.guidelines = guidelines;
        this.pictures = pictures;
    }

    @Operation(
            summary = "Projects with work for me",
            description =
                    "By id. Empty for a worker who is not active. Refused: 400 bad-limit; 403"
                            + " worker-not-found.")
    @GetMapping
    Listed list(
            @Parameter(hidden = true) Caller caller,
            @Parameter(description = "`next` of the piece before") @RequestParam
                    @Nullable String cursor,
            @Parameter(description = "projects in one piece, 1 to 200; 50 if absent") @RequestParam
                    @Nullable Integer limit) {
        int size = Page.limit(limit);
        Worker worker = worker(caller);
        Page<WorkView> page =
                Page.of(
                                projects.all().stream()
                                        .filter(
                                                project ->
                                                        cursor == null
                                                                || project.id().compareTo(cursor)
                                                                        > 0)
                                        .filter(
                                                project ->
                                                        policy.lists(caller.id(), worker, project))
                                        .sorted(Comparator.comparing(Project::id))
                                        .limit(size + 1L)
                                        .toList(),
                                size,
                                Project::id)
                        .map(project -> view(project, caller, worker));
        return new Listed(page.items(), page.next());
    }

    @Operation(
            summary = "Classes and guideline of a project",
            description =
                    "Shown to whose tier suffices, to all if it has a test, and to whoever had an"
                            + " assignment of it. Refused:"
                            + " 403 worker-not-found; 404 project-not-found.")
    @GetMapping("/{projectId}")
    ProjectView get(@Parameter(hidden = true) Caller caller, @PathVariable String projectId) {
        Worker worker = worker(caller);
        return visible.find(projectId, caller.id(), worker)
                .map(project -> details(project, worker))
                .orElseThrow(AssignmentProblems::noProject);
    }

    private Worker worker(Caller caller) {
        return workers.find(caller.id()).orElseThrow(AssignmentProblems::noWorker);
    }

    private WorkView view(Project project, Caller caller, Worker worker) {
        int tier = project.tier(worker);
        Guideline guideline = project.facts().guideline();
        return new WorkView(
                project.id(),
                project.facts().name(),
                project.facts().ontology().tool(),
                project.ordinaryPrice(tier),
                project.skill(),
                tier,
                RoughCount.of(
                        dispatch.availability(
                                        project.id(),
                                        caller.id(),
                                        tier,
                                        project.remainingBudget(tier))
                                .ready()),
                worker.hasAcknowledged(project.id(), guideline) ? null : guideline.version());
    }

    private ProjectView details(Project project, Worker worker) {
        int tier = project.tier(worker);
        int acknowledged = worker.acknowledgedVersion(project.id());
        Guideline guideline = guidelines.withText(project.id(), project.facts().guideline());
        return new ProjectView(
                project.id(),
                project.facts().name(),
                project.facts().ontology(),
                guideline,
                pictures.links(project.id(), guideline.markdown()),
                acknowledged == 0 ? null : acknowledged,
                project.ordinaryPrice(tier),
                project.skill(),
                tier,
                project.facts().leaseRule().batchSize(),
                project.facts().leaseRule().seconds());
    }
}
