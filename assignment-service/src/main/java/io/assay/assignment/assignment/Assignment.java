package io.assay.assignment.assignment;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.assay.assignment.dispatch.AssignmentStatus;
import io.assay.assignment.dispatch.KnownAssignment;
import io.assay.events.ReturnReason;
import io.assay.events.Verdict;
import io.assay.events.VerdictReason;
import java.time.Instant;

/** One task and one worker: leased, then answered or returned; what is answered is reviewed. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "status")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Assignment.Leased.class, name = "leased"),
    @JsonSubTypes.Type(value = Assignment.Answered.class, name = "answered"),
    @JsonSubTypes.Type(value = Assignment.Returned.class, name = "returned"),
    @JsonSubTypes.Type(value = Assignment.Reviewed.class, name = "reviewed")
})
public sealed interface Assignment {

    Lease lease();

    /** What dispatch keeps of it. */
    default KnownAssignment forDispatch() {
        AssignmentStatus status =
                switch (this) {
                    case Leased _ -> AssignmentStatus.LEASED;
                    case Answered _, Reviewed _ -> AssignmentStatus.ANSWERED;
                    case Returned _ -> AssignmentStatus.RETURNED;
                };
        return new KnownAssignment(
                lease().taskId(),
                lease().projectId(),
                lease().partition(),
                lease().workerId(),
                status,
                lease().expiresAt());
    }

    record Leased(Lease lease) implements Assignment {}

    record Answered(Lease lease, Submission work, Instant submittedAt) implements Assignment {}

    record Returned(Lease lease, ReturnReason reason, Instant returnedAt) implements Assignment {}

    record Reviewed(Lease lease, Submission work, Instant submittedAt, Review review)
            implements Assignment {}

    /**
     * A verdict as the worker may know it: without what it rests on.
     *
     * @param reviewedAt a later verdict replaces an earlier one
     */
    record Review(Verdict verdict, VerdictReason reason, String explanation, Instant reviewedAt) {}
}
