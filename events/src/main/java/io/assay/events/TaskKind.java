package io.assay.events;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a task is for. Known to dispatch, never told to a worker. */
public enum TaskKind {
    /** a picture that the requester wants labelled */
    @JsonProperty("work")
    WORK,
    /** a picture whose answer is known, used to measure workers */
    @JsonProperty("gold")
    GOLD
}
