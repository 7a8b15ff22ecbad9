package io.assay.task.importing;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where an import stands. */
enum ImportStatus {
    /** it waits for rows: from where it says, or all of them anew */
    @JsonProperty("open")
    OPEN,
    @JsonProperty("running")
    RUNNING,
    /** every row was judged */
    @JsonProperty("done")
    DONE,
    /** the file cannot be read any further */
    @JsonProperty("failed")
    FAILED,
    /** its owner ended it; what was made until then stays */
    @JsonProperty("cancelled")
    CANCELLED
}
