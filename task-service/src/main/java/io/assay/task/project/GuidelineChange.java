package io.assay.task.project;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a new text of a guideline changes, by its requester. */
enum GuidelineChange {
    /** What is asked: workers must acknowledge it before their next lease. */
    @JsonProperty("material")
    MATERIAL,
    /** The wording only: whoever knows the version before may go on. */
    @JsonProperty("editorial")
    EDITORIAL
}
