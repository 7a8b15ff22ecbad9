package io.assay.payment.ledger;

import io.assay.events.Ids;

/** Whose answer to which task of which project. */
public record LabelRef(String assignmentId, String taskId, String projectId, String workerId) {

    /**
     * @throws IllegalArgumentException if the assignment's id does not follow from task and worker:
     *     a made-up id could be paid beside the true one
     */
    public LabelRef {
        String expected = Ids.assignmentId(taskId, workerId);
        if (!assignmentId.equals(expected)) {
            throw new IllegalArgumentException(
                    "assignmentId: " + assignmentId + " (expected: " + expected + ")");
        }
    }
}
