package io.assay.events;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Why a lease ended without an answer. */
public enum ReturnReason {
    /** the lease time ran out */
    @JsonProperty("expired")
    EXPIRED,
    /** the worker passed on the picture */
    @JsonProperty("skipped")
    SKIPPED,
    /** the worker gave it back unseen, or left */
    @JsonProperty("released")
    RELEASED
}
