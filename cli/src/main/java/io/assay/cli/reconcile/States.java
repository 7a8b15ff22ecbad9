package io.assay.cli.reconcile;

import io.assay.cli.client.Work.Assignment;
import io.assay.events.Verdict;
import java.util.Set;

/** What the states of an assignment mean to whoever adds up. */
public final class States {

    private static final Set<String> ANSWERED = Set.of("submitted", "flagged", "reviewed");

    private States() {}

    /** Whether a label or a flag was given. */
    public static boolean isAnswered(Assignment assignment) {
        return ANSWERED.contains(assignment.state());
    }

    public static boolean isAccepted(Assignment assignment) {
        return is(assignment, Verdict.ACCEPTED);
    }

    public static boolean isRejected(Assignment assignment) {
        return is(assignment, Verdict.REJECTED);
    }

    /** Answered and waiting for its verdict. */
    public static boolean isPending(Assignment assignment) {
        return isAnswered(assignment) && !isAccepted(assignment) && !isRejected(assignment);
    }

    private static boolean is(Assignment assignment, Verdict verdict) {
        return assignment.verdict() != null && assignment.verdict().verdict() == verdict;
    }

    /** The task of an assignment: an assignment's id is {@code task.worker}. */
    public static String taskId(String assignmentId) {
        return assignmentId.substring(0, assignmentId.indexOf('.'));
    }
}
