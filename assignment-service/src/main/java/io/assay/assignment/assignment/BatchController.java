package io.assay.assignment.assignment;

import io.assay.assignment.assignment.Command.For;
import io.assay.events.Answer;
import io.assay.events.ReturnReason;
import io.assay.web.Caller;
import io.assay.web.IdempotencyKey;
import io.assay.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The same as one by one, in one round trip: for slow lines, and for programs. */
@RestController
@RequestMapping("/v1")
@PreAuthorize("hasRole('WORKER')")
@Tag(name = "Assignments")
class BatchController {

    private static final int MAX_ITEMS = 100;
    private static final int MAX_ID_LENGTH = 128;

    record Label(@NotNull @Size(max = MAX_ID_LENGTH) String assignmentId, @NotNull Answer answer) {}

    /**
     * @param labels 1 to 100 answers
     * @param next asks for further work once these are taken, as {@code POST /v1/leases}
     */
    record LabelsBody(
            @NotEmpty @Size(max = MAX_ITEMS) List<@Valid @NotNull Label> labels,
            @Valid LeaseController.@Nullable Body next) {}

    /**
     * @param assignmentIds 1 to 100; all that are held, at most 200, if absent
     */
    record ExtendBody(
            @Nullable @Size(min = 1, max = MAX_ITEMS)
                    List<@NotNull @Size(max = MAX_ID_LENGTH) String> assignmentIds) {}

    /**
     * @param assignmentIds 1 to 100
     * @param reason {@code skipped} or {@code released}
     */
    record ReturnBody(
            @NotEmpty @Size(max = MAX_ITEMS)
                    List<@NotNull @Size(max = MAX_ID_LENGTH) String> assignmentIds,
            @NotNull ReturnReason reason) {}

    /**
     * What became of one of several assignments.
     *
     * @param state as now; absent if refused
     * @param submittedAt once answered
     * @param expiresAt while it is held
     * @param problem why it was refused, as it would be alone
     */
    record Outcome(
            String assignmentId,
            @Nullable String state,
            @Nullable Instant submittedAt,
            @Nullable Instant expiresAt,
            @Nullable ProblemDetail problem) {}

    record Outcomes(List<Outcome> assignments) {}

    /**
     * @param labels in the order of the request
     * @param next if it was asked for
     */
    record Labelled(List<Outcome> labels, LeaseController.@Nullable Leased next) {}

    private final SubmitWork submitWork;
    private final LeaseController leases;
    private final MongoAssignments assignments;

    BatchController(SubmitWork submitWork, LeaseController leases, MongoAssignments assignments) {
        this.submitWork = submitWork;
        this.leases = leases;
        this.assignments = assignments;
    }

    @Operation(
            summary = "Answers several, and takes the next batch of work",
            description =
                    "Each answer is taken or refused by itself: the response has one outcome per"
                            + " answer, in the same order, with the problem that the answer alone"
                            + " would have brought. So the whole request may be repeated. What"
                            + " stands in the way of further work is told in next.problem.")
    @PostMapping("/labels")
    Labelled label(
            @Parameter(hidden = true) Caller caller,
            @Parameter(hidden = true) IdempotencyKey key,
            @RequestBody @Valid LabelsBody body,
            @Parameter(hidden = true) HttpServletResponse response) {
        List<For> commands =
                body.labels().stream()
                        .map(label -> new For(label.assignmentId(), submit(label.answer())))
                        .toList();
        List<Outcome> outcomes = handle(caller, commands).assignments();
        LeaseController.Body next = body.next();
        return new Labelled(
                outcomes, next == null ? null : leases.next(caller, key, next, response));
    }

    private static Command submit(Answer answer) {
        return new Command.Submit(new Submission.Label(answer));
    }

    @Operation(
            summary = "Asks for more time",
            description =
                    "As one by one: each gets the project's lease time from now on, never beyond"
                            + " what the project allows in all.")
    @PostMapping("/assignments/extend")
    Outcomes extend(
            @Parameter(hidden = true) Caller caller,
            @RequestBody(required = false) @Valid @Nullable ExtendBody body) {
        List<String> ids = body == null ? null : body.assignmentIds();
        return all(caller, ids == null ? held(caller) : ids, new Command.Extend());
    }

    private List<String> held(Caller caller) {
        return assignments.page(caller.id(), State.LEASED, null, Page.MAX_LIMIT).stream()
                .map(held -> held.lease().assignmentId())
                .toList();
    }

    @Operation(
            summary = "Gives back a part of what is held",
            description = "As skip or release, one by one. Refused: 400 bad-return-reason.")
    @PostMapping("/assignments/return")
    Outcomes giveBack(
            @Parameter(hidden = true) Caller caller, @RequestBody @Valid ReturnBody body) {
        if (body.reason() == ReturnReason.EXPIRED) {
            throw AssignmentProblems.badReturnReason();
        }
        return all(caller, body.assignmentIds(), new Command.GiveBack(body.reason()));
    }

    private Outcomes all(Caller caller, List<String> ids, Command command) {
        return handle(caller, ids.stream().map(id -> new For(id, command)).toList());
    }

    private Outcomes handle(Caller caller, List<For> commands) {
        List<Decision> decisions = submitWork.handle(caller.id(), commands);
        return new Outcomes(
                IntStream.range(0, commands.size())
                        .mapToObj(i -> outcome(commands.get(i).assignmentId(), decisions.get(i)))
                        .toList());
    }

    private static Outcome outcome(String id, Decision decision) {
        return switch (decision) {
            case Decision.Decided(Assignment next, _) -> outcome(id, next);
            case Decision.Repeated(Assignment state) -> outcome(id, state);
            case Decision.Refused(CommandRefusal refusal) ->
                    new Outcome(id, null, null, null, AssignmentProblems.of(refusal).getBody());
        };
    }

    private static Outcome outcome(String id, Assignment state) {
        String label = State.of(state).label();
        return switch (state) {
            case Assignment.Leased(Lease lease) ->
                    new Outcome(id, label, null, lease.expiresAt(), null);
            case Assignment.Answered(_, _, Instant at) -> new Outcome(id, label, at, null, null);
            case Assignment.Reviewed(_, _, Instant at, _) -> new Outcome(id, label, at, null, null);
            case Assignment.Returned _ -> new Outcome(id, label, null, null, null);
        };
    }
}
