package io.assay.assignment.assignment;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.assay.assignment.dispatch.KnownAssignment;
import io.assay.assignment.dispatch.KnownAssignment.Status;
import io.assay.assignment.task.TaskCopy;
import io.assay.events.Answer;
import io.assay.events.FlagReason;
import io.assay.events.Ids;
import io.assay.events.LeaseTerms;
import io.assay.events.Media;
import io.assay.events.Point;
import io.assay.events.ReturnReason;
import io.assay.events.Tool;
import io.assay.events.Verdict;
import io.assay.events.VerdictReason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

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

    /**
     * What a worker was given, fixed when it was given. Says nothing of the task's kind.
     *
     * @param partition of {@code assay.tasks}, whose owner ends the lease when it expires
     * @param preLabel what the worker is shown to correct or to judge
     */
    record Lease(
            String taskId,
            String projectId,
            String workerId,
            int partition,
            LeaseTerms terms,
            Media media,
            Tool tool,
            @Nullable Answer preLabel,
            Instant leasedAt,
            Instant expiresAt) {

        static Lease of(
                String workerId,
                TaskCopy task,
                LeaseTerms terms,
                Tool tool,
                Instant leasedAt,
                Instant expiresAt) {
            return new Lease(
                    task.taskId(),
                    task.projectId(),
                    workerId,
                    task.partition(),
                    terms,
                    task.media(),
                    tool,
                    task.preLabel(),
                    leasedAt,
                    expiresAt);
        }

        public String assignmentId() {
            return Ids.assignmentId(taskId, workerId);
        }

        Lease until(Instant end) {
            return new Lease(
                    taskId, projectId, workerId, partition, terms, media, tool, preLabel, leasedAt,
                    end);
        }
    }

    /** What a worker made of a picture. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Submission.Label.class, name = "label"),
        @JsonSubTypes.Type(value = Submission.Flag.class, name = "flag")
    })
    sealed interface Submission {

        record Label(Answer answer) implements Submission {}

        record Flag(FlagReason reason, @Nullable String comment, @Nullable Point mark)
                implements Submission {}
    }

    /** What dispatch keeps of it. */
    default KnownAssignment forDispatch() {
        Status status =
                switch (this) {
                    case Leased _ -> Status.LEASED;
                    case Answered _, Reviewed _ -> Status.ANSWERED;
                    case Returned _ -> Status.RETURNED;
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
