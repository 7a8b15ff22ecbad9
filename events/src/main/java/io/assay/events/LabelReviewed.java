package io.assay.events;

import java.time.Instant;

/**
 * The verdict on one label or flag; exactly one per assignment until an appeal changes it.
 *
 * @param explanation for the worker, without telling what the verdict rests on
 * @param score agreement with the accepted answer, 0 to 1
 */
public record LabelReviewed(
        String assignmentId,
        String taskId,
        String projectId,
        String workerId,
        LeaseTerms terms,
        Verdict verdict,
        VerdictReason reason,
        VerdictBasis basis,
        String explanation,
        double score,
        Instant reviewedAt)
        implements Event {

    @Override
    public String key() {
        return taskId;
    }
}
