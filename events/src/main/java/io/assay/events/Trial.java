package io.assay.events;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What is leased to learn or to show what one can, instead of to work. It is not paid. */
public enum Trial {
    /** Samples; the right answer is shown after each. */
    @JsonProperty("tutorial")
    TUTORIAL,
    /** Questions that decide who may work on the project. */
    @JsonProperty("test")
    TEST
}
