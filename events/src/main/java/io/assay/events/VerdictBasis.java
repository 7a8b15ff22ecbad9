package io.assay.events;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a verdict rests on. Internal: it would tell a worker which tasks are gold. */
public enum VerdictBasis {
    @JsonProperty("gold")
    GOLD,
    @JsonProperty("consensus")
    CONSENSUS,
    @JsonProperty("reviewer")
    REVIEWER
}
