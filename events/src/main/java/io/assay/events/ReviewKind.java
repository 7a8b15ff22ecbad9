package io.assay.events;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a reviewer was asked for. */
public enum ReviewKind {
    /** to decide what workers disputed or flagged */
    @JsonProperty("decision")
    DECISION,
    /** to look at a decided result once more */
    @JsonProperty("audit")
    AUDIT,
    /** a worker appeals against a rejection */
    @JsonProperty("appeal")
    APPEAL
}
