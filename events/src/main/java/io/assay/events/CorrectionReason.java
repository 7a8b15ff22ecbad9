package io.assay.events;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Why what was decided is decided anew. */
public enum CorrectionReason {
    /** the worker appealed, and another reviewer agreed with them */
    @JsonProperty("appeal")
    APPEAL,
    /** a reviewer looked at the result once more and changed it */
    @JsonProperty("audit")
    AUDIT,
    /** what it was checked against turned out to be wrong */
    @JsonProperty("gold")
    GOLD,
    /** labels of other tasks have shown since then who is to be believed */
    @JsonProperty("learned")
    LEARNED
}
