package io.assay.events;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Who decided a result. */
public enum Decider {
    @JsonProperty("consensus")
    CONSENSUS,
    @JsonProperty("reviewer")
    REVIEWER
}
