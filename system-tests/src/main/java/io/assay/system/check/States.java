package io.assay.system.check;

import io.assay.system.client.Work.Assignment;
import java.util.Set;

/** What the states of an assignment mean to whoever adds up. */
public final class States {

    private static final Set<String> ANSWERED =
            Set.of("answered", "labelled", "flagged", "reviewed");

    private States() {}

    /** Whether a label or a flag was given. */
    public static boolean isAnswered(Assignment assignment) {
        return ANSWERED.contains(assignment.state());
    }

    public static boolean isAccepted(Assignment assignment) {
        return "accepted".equals(assignment.verdict());
    }

    public static boolean isRejected(Assignment assignment) {
        return "rejected".equals(assignment.verdict());
    }

    /** Answered and waiting for its verdict. */
    public static boolean isPending(Assignment assignment) {
        return isAnswered(assignment) && !isAccepted(assignment) && !isRejected(assignment);
    }

    /** The task of an assignment: an assignment's id is {@code task.worker}. */
    public static String taskId(String assignmentId) {
        return assignmentId.substring(0, assignmentId.indexOf('.'));
    }
}
