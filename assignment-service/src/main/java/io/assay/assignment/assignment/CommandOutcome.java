package io.assay.assignment.assignment;

import io.assay.assignment.assignment.Assignment.Lease;
import io.assay.assignment.assignment.AssignmentDecider.Decision;
import io.assay.assignment.assignment.AssignmentViews.State;
import io.assay.assignment.assignment.SubmitWork.Command;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ProblemDetail;

/**
 * What became of one of several assignments.
 *
 * @param state as now; absent if refused
 * @param submittedAt once answered
 * @param expiresAt while it is held
 * @param problem why it was refused, as it would be alone
 */
record CommandOutcome(
        String assignmentId,
        @Nullable String state,
        @Nullable Instant submittedAt,
        @Nullable Instant expiresAt,
        @Nullable ProblemDetail problem) {

    /** In the order of the commands. */
    static List<CommandOutcome> of(List<Command> commands, List<Decision> decisions) {
        return IntStream.range(0, commands.size())
                .mapToObj(i -> of(commands.get(i).assignmentId(), decisions.get(i)))
                .toList();
    }

    private static CommandOutcome of(String id, Decision decision) {
        return switch (decision) {
            case Decision.Decided(Assignment next, _) -> of(id, next);
            case Decision.Repeated(Assignment state) -> of(id, state);
            case Decision.Refused refused ->
                    new CommandOutcome(
                            id, null, null, null, AssignmentProblems.of(refused).getBody());
        };
    }

    private static CommandOutcome of(String id, Assignment assignment) {
        String state = State.of(assignment).label();
        return switch (assignment) {
            case Assignment.Leased(Lease lease) ->
                    new CommandOutcome(id, state, null, lease.expiresAt(), null);
            case Assignment.Answered(_, _, Instant at) ->
                    new CommandOutcome(id, state, at, null, null);
            case Assignment.Reviewed(_, _, Instant at, _) ->
                    new CommandOutcome(id, state, at, null, null);
            case Assignment.Returned _ -> new CommandOutcome(id, state, null, null, null);
        };
    }
}
