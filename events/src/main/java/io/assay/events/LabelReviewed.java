package io.assay.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The verdict on one label or flag; exactly one per assignment until it is corrected, which happens
 * in the worker's favour only: what was accepted stays accepted.
 *
 * @param explanation for the worker, without what the verdict rests on
 * @param score agreement with the accepted answer, 0 to 1
 * @param clause of the guideline that the reason refers to, where a reviewer named one
 * @param corrects why this verdict replaces an earlier one; null for the first
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
        Instant reviewedAt,
        @Nullable String clause,
        @Nullable CorrectionReason corrects)
        implements Event {

    /** The first verdict, without a clause. */
    public LabelReviewed(
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
            Instant reviewedAt) {
        this(
                assignmentId,
                taskId,
                projectId,
                workerId,
                terms,
                verdict,
                reason,
                basis,
                explanation,
                score,
                reviewedAt,
                null,
                null);
    }

    @Override
    public String key() {
        return taskId;
    }
}
