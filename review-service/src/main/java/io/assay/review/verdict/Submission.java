package io.assay.review.verdict;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.assay.events.Answer;
import io.assay.events.FlagReason;
import io.assay.events.LabelFlagged;
import io.assay.events.LabelSubmitted;
import io.assay.events.LeaseTerms;
import io.assay.events.Point;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a worker handed in for one assignment: an answer, or that there is none. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Submission.Label.class, name = "label"),
    @JsonSubTypes.Type(value = Submission.Flag.class, name = "flag")
})
public sealed interface Submission {

    String assignmentId();

    String workerId();

    LeaseTerms terms();

    /** What it is judged by is what held then. */
    Instant leasedAt();

    Instant submittedAt();

    /** An answer. */
    record Label(
            String assignmentId,
            String workerId,
            LeaseTerms terms,
            Answer answer,
            Instant leasedAt,
            Instant submittedAt)
            implements Submission {

        public static Label of(LabelSubmitted event) {
            return new Label(
                    event.assignmentId(),
                    event.workerId(),
                    event.terms(),
                    event.answer(),
                    event.leasedAt(),
                    event.submittedAt());
        }
    }

    /** The picture cannot be labelled, says the worker. */
    record Flag(
            String assignmentId,
            String workerId,
            LeaseTerms terms,
            FlagReason reason,
            @Nullable String comment,
            @Nullable Point mark,
            Instant leasedAt,
            Instant submittedAt)
            implements Submission {

        public static Flag of(LabelFlagged event) {
            return new Flag(
                    event.assignmentId(),
                    event.workerId(),
                    event.terms(),
                    event.reason(),
                    event.comment(),
                    event.mark(),
                    event.leasedAt(),
                    event.submittedAt());
        }
    }
}
