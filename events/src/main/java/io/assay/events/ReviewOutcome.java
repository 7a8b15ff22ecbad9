package io.assay.events;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a reviewer found. */
public enum ReviewOutcome {
    /** the result is right as it is */
    @JsonProperty("accepted")
    ACCEPTED,
    /** another answer is right */
    @JsonProperty("fixed")
    FIXED,
    /** there is no right answer */
    @JsonProperty("rejected")
    REJECTED,
    /** the worker is right */
    @JsonProperty("upheld")
    UPHELD,
    /** the rejection is right */
    @JsonProperty("denied")
    DENIED
}
