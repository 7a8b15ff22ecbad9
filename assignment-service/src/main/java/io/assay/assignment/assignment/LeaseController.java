package io.assay.assignment.assignment;

import static io.assay.assignment.assignment.AssignmentController.MAX_ID_LENGTH;
import static io.assay.assignment.assignment.AssignmentController.MAX_ITEMS;

import io.assay.assignment.assignment.Assignment.Submission;
import io.assay.assignment.assignment.AssignmentViews.AssignmentView;
import io.assay.assignment.assignment.AssignmentViews.State;
import io.assay.assignment.assignment.SubmitWork.Command;
import io.assay.events.Answer;
import io.assay.web.Caller;
import io.assay.web.IdempotencyKey;
import io.assay.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Workers ask for work, alone or with the answers to the work before. */
@RestController
@RequestMapping("/v1")
@PreAuthorize("hasRole('WORKER')")
class LeaseController {

    /** Response header for the gateway alone, which then asks another instance. */
    private static final String SHARE = "Assay-Share";

    /**
     * @param projectId any project if absent
     * @param max the project's batch size if absent, which is the most in any case
     * @param held whether to return what is held already, too
     */
    record Body(
            @Nullable @Size(max = 64) String projectId,
            @Nullable @Min(1) @Max(100) Integer max,
            @Nullable Boolean held) {

        LeaseRequest request() {
            return new LeaseRequest(projectId, max);
        }
    }

    /**
     * @param assignments new ones
     * @param held what was held before, newest first, at most 200; if it was asked for
     * @param problem why there are no new ones, where that is not the answer itself
     */
    record Leased(
            List<AssignmentView> assignments,
            @Nullable List<AssignmentView> held,
            @Nullable ProblemDetail problem) {}

    record Label(@NotNull @Size(max = MAX_ID_LENGTH) String assignmentId, @NotNull Answer answer) {

        Command command() {
            return new Command.Submit(assignmentId, new Submission.Label(answer));
        }
    }

    /**
     * @param labels 1 to 100 answers
     * @param next asks for further work once these are taken, as {@code POST /v1/leases}
     */
    record LabelsBody(
            @NotEmpty @Size(max = MAX_ITEMS) List<@Valid @NotNull Label> labels,
            @Valid @Nullable Body next) {}

    /**
     * @param labels in the order of the request
     * @param next if it was asked for
     */
    record Labelled(List<CommandOutcome> labels, @Nullable Leased next) {}

    private static final Body ANYTHING = new Body(null, null, null);

    private final SubmitWork submitWork;
    private final LeaseTasks leaseTasks;
    private final MongoAssignments assignments;
    private final AssignmentViews views;
    private final AssignmentMetrics metrics;

    LeaseController(
            SubmitWork submitWork,
            LeaseTasks leaseTasks,
            MongoAssignments assignments,
            AssignmentViews views,
            AssignmentMetrics metrics) {
        this.submitWork = submitWork;
        this.leaseTasks = leaseTasks;
        this.assignments = assignments;
        this.views = views;
        this.metrics = metrics;
    }

    @Operation(
            summary = "Takes the next batch of work",
            description =
                    "All of one project. An empty list means that there is no work at the moment."
                            + " The next batch may be taken while the present one is worked on: a"
                            + " worker may hold two batches of a project, and 100 assignments in all."
                            + " With held, what is held already is returned too, and holding all that one"
                            + " may is no refusal: the one request that a client needs after a start."
                            + " The project's guideline has to be acknowledged before; the assignments"
                            + " say which version it is by which they will be judged."
                            + " Refused: 403 worker-not-found, worker-not-active; 404"
                            + " project-not-found; 409 project-paused, project-closed,"
                            + " budget-exhausted, not-qualified (projectId),"
                            + " guideline-not-acknowledged (projectId, version), holding-too-many,"
                            + " request-in-progress; 422 idempotency-key-reused; 503 share-moving.")
    @PostMapping("/leases")
    @Tag(name = "Leases")
    Leased lease(
            @Parameter(hidden = true) Caller caller,
            @Parameter(hidden = true) IdempotencyKey key,
            @RequestBody(required = false) @Valid @Nullable Body body,
            @Parameter(hidden = true) HttpServletResponse response) {
        Body asked = body == null ? ANYTHING : body;
        List<AssignmentView> held = held(caller, asked);
        return switch (outcome(caller, key, asked, response)) {
            case LeaseOutcome.Given(List<Assignment> given) -> leased(given, held);
            case LeaseOutcome.ShareEmpty _ -> leased(List.of(), held);
            case LeaseOutcome.Refused(LeaseRefusal.HoldingTooMany _) when held != null ->
                    leased(List.of(), held);
            case LeaseOutcome.Refused(LeaseRefusal.GuidelineNotAcknowledged unread)
                    when held != null ->
                    new Leased(List.of(), held, AssignmentProblems.of(unread).getBody());
            case LeaseOutcome.NotGiven refused -> throw AssignmentProblems.of(refused);
        };
    }

    @Operation(
            summary = "Answers several, and takes the next batch of work",
            description =
                    "Each answer is taken or refused by itself: the response has one outcome per"
                            + " answer, in the same order, with the problem that the answer alone"
                            + " would have brought. So the whole request may be repeated. What"
                            + " stands in the way of further work is in next.problem.")
    @PostMapping("/labels")
    @Tag(name = "Assignments")
    Labelled label(
            @Parameter(hidden = true) Caller caller,
            @Parameter(hidden = true) IdempotencyKey key,
            @RequestBody @Valid LabelsBody body,
            @Parameter(hidden = true) HttpServletResponse response) {
        List<Command> commands = body.labels().stream().map(Label::command).toList();
        List<CommandOutcome> outcomes =
                CommandOutcome.of(commands, submitWork.handle(caller.id(), commands));
        Body next = body.next();
        return new Labelled(outcomes, next == null ? null : next(caller, key, next, response));
    }

    /** The answers have been taken, so a refusal is a part of the response. */
    private Leased next(
            Caller caller, IdempotencyKey key, Body asked, HttpServletResponse response) {
        List<AssignmentView> held = held(caller, asked);
        return switch (outcome(caller, key, asked, response)) {
            case LeaseOutcome.Given(List<Assignment> given) -> leased(given, held);
            case LeaseOutcome.ShareEmpty _ -> leased(List.of(), held);
            case LeaseOutcome.NotGiven refused ->
                    new Leased(List.of(), held, AssignmentProblems.of(refused).getBody());
        };
    }

    private LeaseOutcome outcome(
            Caller caller, IdempotencyKey key, Body asked, HttpServletResponse response) {
        String id = key.value() == null ? null : key.idFor(caller, "lease");
        LeaseOutcome outcome =
                metrics.timed(() -> leaseTasks.lease(caller.id(), asked.request(), id));
        switch (outcome) {
            case LeaseOutcome.ShareEmpty _ -> response.setHeader(SHARE, "empty");
            case LeaseOutcome.ShareMoving _ -> response.setHeader(SHARE, "moving");
            // another share may have cheaper tasks
            case LeaseOutcome.BudgetExhausted _ -> response.setHeader(SHARE, "empty");
            // of any project: another share may have work by a guideline that is known
            case LeaseOutcome.Refused(LeaseRefusal.GuidelineNotAcknowledged _)
                    when asked.projectId() == null ->
                    response.setHeader(SHARE, "empty");
            case LeaseOutcome.Given _, LeaseOutcome.NotGiven _ -> {}
        }
        return outcome;
    }

    private Leased leased(List<Assignment> given, @Nullable List<AssignmentView> held) {
        return new Leased(given.stream().map(views::view).toList(), held, null);
    }

    private @Nullable List<AssignmentView> held(Caller caller, Body asked) {
        if (!Boolean.TRUE.equals(asked.held())) {
            return null;
        }
        return assignments.page(caller.id(), State.LEASED, null, Page.MAX_LIMIT).stream()
                .filter(one -> of(asked.projectId(), one))
                .map(views::view)
                .toList();
    }

    private static boolean of(@Nullable String projectId, Assignment assignment) {
        return projectId == null || projectId.equals(assignment.lease().projectId());
    }
}
