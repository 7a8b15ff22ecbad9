package io.assay.assignment.assignment;

import io.assay.assignment.assignment.Assignment.Submission;
import io.assay.assignment.assignment.AssignmentDecider.Decision;
import io.assay.assignment.assignment.AssignmentViews.AssignmentView;
import io.assay.assignment.assignment.AssignmentViews.State;
import io.assay.assignment.assignment.SubmitWork.Command;
import io.assay.events.Answer;
import io.assay.events.FlagReason;
import io.assay.events.Point;
import io.assay.events.ReturnReason;
import io.assay.messaging.AggregateStore;
import io.assay.web.Caller;
import io.assay.web.Cursor;
import io.assay.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What workers do with what they hold. Another worker's assignment does not exist here. */
@RestController
@RequestMapping("/v1/assignments")
@PreAuthorize("hasRole('WORKER')")
@Tag(name = "Assignments")
class AssignmentController {

    /** In one request. */
    static final int MAX_ITEMS = 100;

    static final int MAX_ID_LENGTH = 128;

    record LabelBody(@NotNull Answer answer) {}

    /**
     * @param mark where in the picture it is seen; absent if nowhere in particular
     */
    record FlagBody(
            @NotNull FlagReason reason,
            @Nullable @Size(max = 500) String comment,
            @Nullable Point mark) {

        Submission.Flag flag() {
            return new Submission.Flag(reason, comment, mark);
        }
    }

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

    record Outcomes(List<CommandOutcome> assignments) {}

    private final SubmitWork submitWork;
    private final AggregateStore<Assignment> store;
    private final MongoAssignments assignments;
    private final AssignmentViews views;

    AssignmentController(
            SubmitWork submitWork,
            AggregateStore<Assignment> store,
            MongoAssignments assignments,
            AssignmentViews views) {
        this.submitWork = submitWork;
        this.store = store;
        this.assignments = assignments;
        this.views = views;
    }

    @Operation(
            summary = "My assignments, newest first",
            description = "Refused: 400 bad-state, bad-cursor, bad-limit.")
    @GetMapping
    Page<AssignmentView> list(
            @Parameter(hidden = true) Caller caller,
            @RequestParam @Nullable String state,
            @RequestParam @Nullable String cursor,
            @RequestParam @Nullable Integer limit) {
        int size = Page.limit(limit);
        return Page.of(
                        assignments.page(caller.id(), state(state), Cursor.parse(cursor), size + 1),
                        size,
                        last ->
                                new Cursor(last.lease().leasedAt(), last.lease().assignmentId())
                                        .text())
                .map(views::view);
    }

    @Operation(summary = "One of my assignments")
    @GetMapping("/{id}")
    AssignmentView get(@Parameter(hidden = true) Caller caller, @PathVariable String id) {
        return store.find(id)
                .map(found -> found.state())
                .filter(found -> found.lease().workerId().equals(caller.id()))
                .map(views::view)
                .orElseThrow(AssignmentProblems::notFound);
    }

    @Operation(
            summary = "Answers",
            description =
                    "The same answer again brings the same response. Accepted even after the lease"
                            + " ran out, as long as the task was not given back. Refused: 404; 409"
                            + " already-answered, lease-expired, already-returned; 422 invalid-answer.")
    @PostMapping("/{id}/label")
    AssignmentView label(
            @Parameter(hidden = true) Caller caller,
            @PathVariable String id,
            @RequestBody @Valid LabelBody body) {
        return handle(caller, new Command.Submit(id, new Submission.Label(body.answer())));
    }

    @Operation(
            summary = "Says that the picture cannot be labelled",
            description =
                    "Judged and paid, if upheld, like a label. Refused: 404; 409 already-answered,"
                            + " lease-expired, already-returned; 422 invalid-answer if the mark is"
                            + " outside the picture.")
    @PostMapping("/{id}/flag")
    AssignmentView flag(
            @Parameter(hidden = true) Caller caller,
            @PathVariable String id,
            @RequestBody @Valid FlagBody body) {
        return handle(caller, new Command.Submit(id, body.flag()));
    }

    @Operation(summary = "Passes on the picture; it does not come again")
    @PostMapping("/{id}/skip")
    AssignmentView skip(@Parameter(hidden = true) Caller caller, @PathVariable String id) {
        return handle(caller, new Command.GiveBack(id, ReturnReason.SKIPPED));
    }

    @Operation(summary = "Gives the picture back unseen; it does not come again")
    @PostMapping("/{id}/release")
    AssignmentView release(@Parameter(hidden = true) Caller caller, @PathVariable String id) {
        return handle(caller, new Command.GiveBack(id, ReturnReason.RELEASED));
    }

    @Operation(
            summary = "Asks for more time",
            description =
                    "The project's lease time from now on, never beyond what the project allows in"
                            + " all (leaseRule.extensions). Refused: 404; 409 already-answered,"
                            + " already-returned, lease-expired, extended-enough, project-closed.")
    @PostMapping("/{id}/extend")
    AssignmentView extend(@Parameter(hidden = true) Caller caller, @PathVariable String id) {
        return handle(caller, new Command.Extend(id));
    }

    @Operation(
            summary = "Asks for more time for several",
            description =
                    "As one by one: each gets the project's lease time from now on, never beyond"
                            + " what the project allows in all.")
    @PostMapping("/extend")
    Outcomes extendSeveral(
            @Parameter(hidden = true) Caller caller,
            @RequestBody(required = false) @Valid @Nullable ExtendBody body) {
        List<String> ids = body == null ? null : body.assignmentIds();
        return handle(caller, ids == null ? held(caller) : ids, Command.Extend::new);
    }

    private List<String> held(Caller caller) {
        return assignments.page(caller.id(), State.LEASED, null, Page.MAX_LIMIT).stream()
                .map(held -> held.lease().assignmentId())
                .toList();
    }

    @Operation(
            summary = "Gives back a part of what is held",
            description = "As skip or release, one by one. Refused: 400 bad-return-reason.")
    @PostMapping("/return")
    Outcomes giveBackSeveral(
            @Parameter(hidden = true) Caller caller, @RequestBody @Valid ReturnBody body) {
        if (body.reason() == ReturnReason.EXPIRED) {
            throw AssignmentProblems.badReturnReason();
        }
        return handle(caller, body.assignmentIds(), id -> new Command.GiveBack(id, body.reason()));
    }

    private Outcomes handle(Caller caller, List<String> ids, Function<String, Command> command) {
        List<Command> commands = ids.stream().map(command).toList();
        return new Outcomes(CommandOutcome.of(commands, submitWork.handle(caller.id(), commands)));
    }

    private AssignmentView handle(Caller caller, Command command) {
        return switch (submitWork.handle(caller.id(), command)) {
            case Decision.Decided(Assignment next, _) -> views.view(next);
            case Decision.Repeated(Assignment state) -> views.view(state);
            case Decision.Refused refused -> throw AssignmentProblems.of(refused);
        };
    }

    private static @Nullable State state(@Nullable String label) {
        return label == null ? null : State.named(label).orElseThrow(AssignmentProblems::badState);
    }
}
