package io.assay.assignment.qualification;

import io.assay.assignment.assignment.AssignmentProblems;
import io.assay.assignment.assignment.LeasePolicy;
import io.assay.assignment.assignment.LeaseRefusal;
import io.assay.assignment.project.Project;
import io.assay.assignment.project.Projects;
import io.assay.assignment.qualification.QualificationViews.AttemptView;
import io.assay.assignment.qualification.QualificationViews.OfferView;
import io.assay.assignment.qualification.QualificationViews.StandingView;
import io.assay.assignment.qualification.QualificationViews.StartedView;
import io.assay.assignment.qualification.Qualify.Candidate;
import io.assay.assignment.worker.MongoWorkers;
import io.assay.assignment.worker.Worker;
import io.assay.events.ProjectStatus;
import io.assay.events.Trial;
import io.assay.web.Caller;
import io.assay.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Workers learn a project's work and show that they can do it. */
@RestController
@RequestMapping("/v1/qualifications")
@PreAuthorize("hasRole('WORKER')")
@Tag(name = "Qualifications", description = "Tutorials, tests, and what came of them")
class QualificationController {

    private static final String REFUSALS =
            " Refused: 403 worker-not-found, worker-not-active; 404 test-not-found; 409"
                    + " guideline-not-acknowledged (projectId, version), already-qualified,"
                    + " no-work-to-qualify-for, trial-under-way, too-few-questions,";

    /** Response header for the gateway alone, which then asks another instance. */
    private static final String SHARE = "Assay-Share";

    private final Qualify qualify;
    private final QualificationViews views;
    private final LeasePolicy policy;
    private final MongoWorkers workers;
    private final Projects projects;

    QualificationController(
            Qualify qualify,
            QualificationViews views,
            LeasePolicy policy,
            MongoWorkers workers,
            Projects projects) {
        this.qualify = qualify;
        this.views = views;
        this.policy = policy;
        this.workers = workers;
        this.projects = projects;
    }

    @Operation(
            summary = "Tests that lead to work",
            description =
                    "Projects with a test that I have not passed, and with work for those who do: how"
                            + " much, and for what price. By id. Refused: 400 bad-limit; 403"
                            + " worker-not-found.")
    @GetMapping
    Page<OfferView> list(
            @Parameter(hidden = true) Caller caller,
            @RequestParam @Nullable String cursor,
            @RequestParam @Nullable Integer limit) {
        int size = Page.limit(limit);
        Worker worker = worker(caller);
        List<OfferView> found =
                projects.all().stream()
                        .filter(project -> cursor == null || project.id().compareTo(cursor) > 0)
                        .filter(project -> offers(caller, worker, project))
                        .sorted(Comparator.comparing(Project::id))
                        .limit(size + 1L)
                        .map(project -> views.offer(new Candidate(caller.id(), worker, project)))
                        .toList();
        return Page.of(found, size, OfferView::projectId);
    }

    private boolean offers(Caller caller, Worker worker, Project project) {
        return worker.active()
                && policy.refusal(caller.id(), worker, project)
                        .filter(LeaseRefusal.TestNotPassed.class::isInstance)
                        .isPresent()
                && qualify.work(worker, caller.id(), project) > 0;
    }

    @Operation(
            summary = "Where I stand with a project's test",
            description =
                    "Its rule, what I took and what came of it, how many tests are left and from when"
                            + " on, and how much work there is for those who pass. Refused: 403"
                            + " worker-not-found; 404 test-not-found.")
    @GetMapping("/{projectId}")
    StandingView standing(@Parameter(hidden = true) Caller caller, @PathVariable String projectId) {
        Candidate candidate = candidate(caller, projectId);
        return views.standing(candidate, qualify.settled(caller.id(), candidate.project()));
    }

    @Operation(
            summary = "What came of a tutorial or a test, question by question",
            description =
                    "My answer, the verdict, and why, with the right answer: from the moment on when"
                            + " each is judged. Refused: 403 worker-not-found; 404 test-not-found,"
                            + " attempt-not-found.")
    @GetMapping("/{projectId}/attempts/{number}")
    AttemptView attempt(
            @Parameter(hidden = true) Caller caller,
            @PathVariable String projectId,
            @Parameter(description = "1 for the first") @PathVariable int number) {
        Candidate candidate = candidate(caller, projectId);
        List<Attempt> taken = qualify.settled(caller.id(), candidate.project()).attempts();
        if (number < 1 || number > taken.size()) {
            throw QualificationProblems.noAttempt();
        }
        return views.attempt(caller.id(), number, taken.get(number - 1));
    }

    @Operation(
            summary = "Takes the tutorial",
            description =
                    "Samples, to be answered like work but unpaid; the right answer is shown after"
                            + " each. One before each test. Asked again, those under way are"
                            + " returned again."
                            + REFUSALS
                            + " no-tutorial.")
    @PostMapping("/{projectId}/tutorial")
    StartedView tutorial(
            @Parameter(hidden = true) Caller caller,
            @PathVariable String projectId,
            @Parameter(hidden = true) HttpServletResponse response) {
        return begin(caller, projectId, Trial.TUTORIAL, response);
    }

    @Operation(
            summary = "Takes the test",
            description =
                    "Questions, to be answered like work but unpaid, in the time that the leases say;"
                            + " what is given back or runs out is wrong. Asked again, those under way"
                            + " are returned again."
                            + REFUSALS
                            + " tutorial-first, attempts-used-up, retake-too-early (notBefore).")
    @PostMapping("/{projectId}/test")
    StartedView test(
            @Parameter(hidden = true) Caller caller,
            @PathVariable String projectId,
            @Parameter(hidden = true) HttpServletResponse response) {
        return begin(caller, projectId, Trial.TEST, response);
    }

    private StartedView begin(
            Caller caller, String projectId, Trial trial, HttpServletResponse response) {
        Candidate candidate = candidate(caller, projectId);
        LeasePolicy.refusalOfTrial(candidate.worker(), candidate.project())
                .ifPresent(
                        refusal -> {
                            throw AssignmentProblems.of(refusal);
                        });
        return switch (qualify.begin(candidate, trial)) {
            case TrialDecision.Continue(Attempt attempt) -> views.started(caller.id(), attempt);
            case TrialDecision.Begin _ ->
                    throw new IllegalStateException("begun without questions");
            case TrialDecision.Refused refused -> {
                if (refused instanceof TrialDecision.NoWork) {
                    response.setHeader(SHARE, "empty");
                }
                throw QualificationProblems.of(refused, qualify.context(candidate).now());
            }
        };
    }

    private Candidate candidate(Caller caller, String projectId) {
        Worker worker = worker(caller);
        return projects.find(projectId)
                .filter(project -> project.facts().status() != ProjectStatus.DRAFT)
                .filter(project -> project.qualification() != null)
                .map(project -> new Candidate(caller.id(), worker, project))
                .orElseThrow(QualificationProblems::noTest);
    }

    private Worker worker(Caller caller) {
        return workers.find(caller.id()).orElseThrow(AssignmentProblems::noWorker);
    }
}
