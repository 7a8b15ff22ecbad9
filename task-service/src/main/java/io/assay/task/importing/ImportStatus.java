package io.assay.task.importing;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where an import stands. */
enum ImportStatus {
    @JsonProperty("running")
    RUNNING,
    /** every row was judged */
    @JsonProperty("done")
    DONE,
    /** it ended early; sending the rows again completes it */
    @JsonProperty("failed")
    FAILED
}
