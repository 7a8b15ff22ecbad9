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
    /** rectangles, turned where the ontology allows it, each of a class; none is an answer too */
    @JsonProperty("box")
    BOX,
    /** outlines of areas, each of a class; none is an answer too */
    @JsonProperty("polygon")
    POLYGON,
    /** open lines such as lanes and cracks, each of a class; none is an answer too */
    @JsonProperty("polyline")
    POLYLINE,
    /** figures of named points, such as joints, by the skeleton of their class */
    @JsonProperty("keypoints")
    KEYPOINTS,
    /** areas painted pixel by pixel, each of a class; none is an answer too */
    @JsonProperty("mask")
    MASK,
    /** what is written, on the whole picture or in regions of it */
    @JsonProperty("transcript")
    TRANSCRIPT,
    /** whether the label shown with the picture is right */
    @JsonProperty("verification")
    VERIFICATION;

    /**
     * Whether answers name places in the picture: those can be held to its edges only if its size
     * is known, and each object may have attributes.
     */
    public boolean hasPlaces() {
        return switch (this) {
            case BOX, POLYGON, POLYLINE, KEYPOINTS, MASK, TRANSCRIPT -> true;
            case CATEGORY, TAGS, VERIFICATION -> false;
        };
    }
}
