package io.assay.events;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where a worker stands. */
public enum WorkerStatus {
    /** waits for activation */
    @JsonProperty("applied")
    APPLIED,
    /** may lease */
    @JsonProperty("active")
    ACTIVE,
    /** may finish what is leased, gets nothing new */
    @JsonProperty("suspended")
    SUSPENDED
}
