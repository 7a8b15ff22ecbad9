package io.assay.events;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Why a worker says that a picture cannot be labelled. */
public enum FlagReason {
    /** it does not show */
    @JsonProperty("broken")
    BROKEN,
    /** the guideline does not say what to answer */
    @JsonProperty("unclear")
    UNCLEAR,
    /** it should not be shown to people */
    @JsonProperty("offensive")
    OFFENSIVE,
    /** as the comment says */
    @JsonProperty("other")
    OTHER
}
