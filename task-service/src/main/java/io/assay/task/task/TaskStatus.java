package io.assay.task.task;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where a task stands; each task is in exactly one. */
public enum TaskStatus {
    /** no result yet */
    @JsonProperty("pending")
    PENDING,
    @JsonProperty("labelled")
    LABELLED,
    /** a reviewer found that nothing can be answered */
    @JsonProperty("unlabelable")
    UNLABELABLE,
    /** no longer wanted */
    @JsonProperty("withdrawn")
    WITHDRAWN,
    /** its answer was known from the start; only the owner may know */
    @JsonProperty("gold")
    GOLD;

    /** As it is written. */
    public String wireName() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** Only the owner may distinguish gold from work. */
    public TaskStatus seenBy(boolean owner) {
        return this == GOLD && !owner ? PENDING : this;
    }
}
