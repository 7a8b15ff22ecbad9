package io.assay.review.task;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.assay.events.EscalationReason;
import java.util.Locale;

/** Why a picture is shown to a reviewer. */
public enum QueueReason {
    /** the workers do not agree */
    @JsonProperty("undecided")
    UNDECIDED,
    /** a worker says that it cannot be labelled */
    @JsonProperty("flagged")
    FLAGGED,
    /** good workers contradict its known answer */
    @JsonProperty("gold_doubted")
    GOLD_DOUBTED,
    /** several workers passed on it */
    @JsonProperty("skipped")
    SKIPPED,
    /** its result was drawn at random for a second look */
    @JsonProperty("audit")
    AUDIT;

    public static QueueReason of(EscalationReason reason) {
        return switch (reason) {
            case UNDECIDED -> UNDECIDED;
            case FLAGGED -> FLAGGED;
            case GOLD_DOUBTED -> GOLD_DOUBTED;
            case SKIPPED -> SKIPPED;
        };
    }

    /** As it is written. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
