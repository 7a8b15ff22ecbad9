package io.assay.review.task;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.assay.events.Answer;
import io.assay.events.Decider;
import io.assay.events.EscalationReason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where a task stands; only open and escalated tasks move on. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "stage")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Progress.Open.class, name = "open"),
    @JsonSubTypes.Type(value = Progress.Escalated.class, name = "escalated"),
    @JsonSubTypes.Type(value = Progress.Answered.class, name = "answered"),
    @JsonSubTypes.Type(value = Progress.Unlabelable.class, name = "unlabelable"),
    @JsonSubTypes.Type(value = Progress.Withdrawn.class, name = "withdrawn")
})
public sealed interface Progress {

    /**
     * Labels are collected.
     *
     * @param requested labels asked for beyond the project's minimum, in all; 0 if none were
     */
    record Open(int requested) implements Progress {}

    /**
     * A reviewer has to decide; what arrives meanwhile waits.
     *
     * @param confidence that consensus had, 0 to 1; 0 without labels
     */
    record Escalated(EscalationReason reason, double confidence, Instant at) implements Progress {}

    /**
     * There is an accepted answer.
     *
     * @param reviewer who decided, null if consensus did
     */
    record Answered(Answer answer, Decider decidedBy, @Nullable String reviewer, Instant at)
            implements Progress {}

    /** A reviewer found that there is no answer. */
    record Unlabelable(String reason, String reviewer, Instant at) implements Progress {}

    /** The requester no longer wants an answer. */
    record Withdrawn(Instant at) implements Progress {}
}
