package io.assay.events;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What review decided about one label. */
public enum Verdict {
    @JsonProperty("accepted")
    ACCEPTED,
    @JsonProperty("rejected")
    REJECTED
}
