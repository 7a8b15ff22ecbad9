package io.assay.events;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Why a task needs a reviewer. */
public enum EscalationReason {
    /** the maximum of labels is reached below the target confidence */
    @JsonProperty("undecided")
    UNDECIDED,
    /** a worker says that it cannot be labelled */
    @JsonProperty("flagged")
    FLAGGED,
    /** workers who are known to be good contradict the known answer */
    @JsonProperty("gold_doubted")
    GOLD_DOUBTED,
    /** several workers passed on it */
    @JsonProperty("skipped")
    SKIPPED
}
