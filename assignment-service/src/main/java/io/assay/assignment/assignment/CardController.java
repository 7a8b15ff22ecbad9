package io.assay.assignment.assignment;

import io.assay.assignment.dispatch.TaskAvailability;
import io.assay.assignment.figure.MongoFigures;
import io.assay.assignment.figure.Pace;
import io.assay.assignment.figure.ProjectFigures;
import io.assay.assignment.figure.WorkFigures;
import io.assay.assignment.project.Brief;
import io.assay.assignment.project.GuidelinePictures;
import io.assay.assignment.project.MongoMembers;
import io.assay.assignment.project.Project;
import io.assay.assignment.project.Projects;
import io.assay.assignment.worker.MongoWorkers;
import io.assay.assignment.worker.Worker;
import io.assay.events.ApplicationRule;
import io.assay.events.Guideline;
import io.assay.events.Money;
import io.assay.events.Tool;
import io.assay.web.Caller;
import io.assay.web.Page;
import io.assay.web.Paged;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Workers choose what to work on. */
@RestController
@Tag(name = "Work")
class CardController {

    /**
     * @param reasons what keeps the worker from all projects, empty if nothing does
     * @param items projects by id
     * @param next cursor of the next piece, absent at the end
     */
    record Cards(List<Reason> reasons, List<Card> items, @Nullable String next)
            implements Paged<Cards> {

        @Override
        public Cards withNext(String cursor) {
            return new Cards(reasons, items, cursor);
        }
    }

    /**
     * @param asks what the guideline says first, as plain text; absent if the worker may not read
     *     it
     * @param example a picture of the guideline, valid for a day or two; absent if there is none
     * @param price of an ordinary picture for the worker, with the test passed if there is one
     * @param tier of the worker in the skill
     * @param minTier that the project asks for
     * @param test whether there is a test to pass, which then stands for the tier
     * @param open tasks that the worker could be given in this instance's share, once they have
     *     read the guideline and passed the test: the power of ten that they reach
     * @param acknowledge version of the guideline to acknowledge first; absent if that is done
     * @param reasons what withholds the others, or all
     * @param applications when workers who are new to it are taken; absent if always
     * @param figures of all workers
     * @param mine of the worker
     */
    record Card(
            String id,
            String name,
            @Nullable String asks,
            @Nullable String example,
            Tool tool,
            Money price,
            String skill,
            int tier,
            int minTier,
            boolean test,
            int open,
            @Nullable Integer acknowledge,
            List<Reason> reasons,
            @Nullable Applications applications,
            WorkFigures figures,
            WorkFigures mine) {}

    /**
     * @param from absent if it has begun from the start
     * @param until absent without an end
     * @param places that are left; absent if there are any number
     * @param taken whether I was taken
     */
    record Applications(
            @Nullable Instant from,
            @Nullable Instant until,
            @Nullable Integer places,
            boolean taken) {}

    private final MongoWorkers workers;
    private final Projects projects;
    private final WhyNot whyNot;
    private final MongoFigures figures;
    private final MongoPieces pieces;
    private final MongoMembers members;
    private final GuidelinePictures pictures;

    CardController(
            MongoWorkers workers,
            Projects projects,
            WhyNot whyNot,
            MongoFigures figures,
            MongoPieces pieces,
            MongoMembers members,
            GuidelinePictures pictures) {
        this.workers = workers;
        this.projects = projects;
        this.whyNot = whyNot;
        this.figures = figures;
        this.pieces = pieces;
        this.members = members;
        this.pictures = pictures;
    }

    @Operation(
            summary = "Projects to choose from",
            description =
                    "What is asked, what it pays, what an hour of it really brings, and what"
                            + " withholds it, as /v1/work/why tells. Figures are the median of what"
                            + " labels took and brought lately, gold and work alike; they are absent"
                            + " until 20 labels of three workers are known, or five of one's own."
                            + " Drafts are left out, closed projects are in if asked for only."
                            + " Refused: 400 bad-limit, bad-cursor; 403 worker-not-found; 404"
                            + " project-not-found.")
    @GetMapping("/v1/work/projects")
    @PreAuthorize("hasRole('WORKER')")
    Cards cards(
            @Parameter(hidden = true) Caller caller,
            @Parameter(description = "all projects if absent") @RequestParam
                    @Nullable String projectId,
            @Parameter(description = "`next` of the piece before") @RequestParam
                    @Nullable String cursor,
            @Parameter(description = "projects in one piece, 1 to 200; 50 if absent") @RequestParam
                    @Nullable Integer limit) {
        int size = Page.limit(limit);
        Worker worker = workers.find(caller.id()).orElseThrow(AssignmentProblems::noWorker);
        Page<Project> page = OpenProjects.page(projects, projectId, cursor, size);
        Map<String, ProjectFigures> all =
                figures.findAll(page.items().stream().map(Project::id).toList());
        Map<String, Pace.Own> own = pieces.own(caller.id());
        Map<String, Integer> taken = taken(page.items());
        Page<Card> cards =
                page.map(
                        project ->
                                card(
                                        caller.id(),
                                        worker,
                                        project,
                                        applications(project, worker, taken),
                                        all.getOrDefault(project.id(), ProjectFigures.NONE),
                                        own.getOrDefault(project.id(), Pace.Own.UNKNOWN)));
        return new Cards(whyNot.ofWorker(caller.id(), worker), cards.items(), cards.next());
    }

    private Card card(
            String workerId,
            Worker worker,
            Project project,
            @Nullable Applications applications,
            ProjectFigures ofAll,
            Pace.Own own) {
        int tier = project.tierOncePassed(worker);
        Money price = project.ordinaryPrice(tier);
        TaskAvailability tasks = whyNot.tasks(workerId, project, tier);
        Guideline guideline = project.facts().guideline();
        Brief brief = project.isVisibleTo(worker) ? projects.brief(project.id()) : null;
        boolean may = tasks.available() && whyNot.leadsToWork(workerId, worker, project);
        return new Card(
                project.id(),
                project.facts().name(),
                brief == null || brief.asks().isEmpty() ? null : brief.asks(),
                brief == null ? null : example(project, brief),
                project.facts().ontology().tool(),
                price,
                project.skill(),
                project.tier(worker),
                project.facts().tierRule().minTier(),
                project.qualification() != null,
                may ? RoughCount.of(tasks.ready()) : 0,
                worker.hasAcknowledged(project.id(), guideline) ? null : guideline.version(),
                Stream.concat(
                                whyNot.ofProject(workerId, worker, project).stream(),
                                Reason.ofTasks(tier, tasks).stream())
                        .toList(),
                applications,
                ofAll.at(price),
                own.at(price));
    }

    /** Of those that have a number of places. */
    private Map<String, Integer> taken(List<Project> found) {
        return members.taken(
                found.stream()
                        .filter(project -> hasPlaces(project.applications()))
                        .map(Project::id)
                        .toList());
    }

    private static boolean hasPlaces(@Nullable ApplicationRule rule) {
        return rule != null && rule.places() != null;
    }

    private static @Nullable Applications applications(
            Project project, Worker worker, Map<String, Integer> taken) {
        ApplicationRule rule = project.applications();
        if (rule == null) {
            return null;
        }
        Integer places = rule.places();
        return new Applications(
                rule.from(),
                rule.until(),
                places == null ? null : Math.max(0, places - taken.getOrDefault(project.id(), 0)),
                project.isKnownTo(worker));
    }

    private @Nullable String example(Project project, Brief brief) {
        String example = brief.example();
        return example == null ? null : pictures.link(project.id(), example).orElse(null);
    }
}
