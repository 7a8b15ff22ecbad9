package io.assay.events;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a picture is labelled; one per project. */
public enum Tool {
    /** exactly one class */
    @JsonProperty("category")
    CATEGORY,
    /** any set of classes, the empty one included */
    @JsonProperty("tags")
    TAGS,
    /** axis-aligned rectangles, each of a class; none is an answer too */
    @JsonProperty("box")
    BOX
}
