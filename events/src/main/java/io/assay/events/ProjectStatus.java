package io.assay.events;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where a project stands: draft, then published and paused at will, then closed for good. */
public enum ProjectStatus {
    @JsonProperty("draft")
    DRAFT,
    @JsonProperty("published")
    PUBLISHED,
    @JsonProperty("paused")
    PAUSED,
    @JsonProperty("closed")
    CLOSED
}
