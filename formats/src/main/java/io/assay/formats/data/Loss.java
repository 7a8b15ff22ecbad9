package io.assay.formats.data;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a format cannot say. */
public enum Loss {
    /** answers of the project's tool; nothing can be exported in this format */
    @JsonProperty("tool")
    TOOL("answers of this tool cannot be written in this format", true),
    /**
     * a picture of unknown size, where coordinates are shares of the size: the picture is left out
     */
    @JsonProperty("unknown-size")
    UNKNOWN_SIZE("the picture's size is not known, and coordinates are shares of it", true),
    /** a mask on a picture of more than 2^27 pixels: the picture is left out */
    @JsonProperty("huge-mask")
    HUGE_MASK("the picture is too large for its mask to be written in rows", true),
    /** a picture without an answer, which would read as one with nothing in it: it is left out */
    @JsonProperty("no-answer")
    NO_ANSWER("a picture without an answer would read as one with nothing on it", true),
    /** turned boxes, of which the upright box around them is written */
    @JsonProperty("rotation")
    ROTATION("the upright box around a turned one is written", false),
    /** objects with attributes that are not written */
    @JsonProperty("attributes")
    ATTRIBUTES("attributes are not written", false),
    /** objects with coordinates finer than a millionth of a pixel, to which they are rounded */
    @JsonProperty("precision")
    PRECISION("coordinates are rounded to a millionth of a pixel when read", false),
    /** objects that reach out of the picture, cut off at its edge */
    @JsonProperty("clipped")
    CLIPPED("what lies outside of the picture is cut off at its edge", false),
    /** boxes whose edges are no whole pixels; readers of others take the whole pixels around */
    @JsonProperty("whole-pixels")
    WHOLE_PIXELS("edges are widened to whole pixels; the exact ones stand beside, for us", false),
    /** texts with characters that XML does not have, each replaced by U+FFFD */
    @JsonProperty("characters")
    CHARACTERS("characters that XML does not have are replaced by U+FFFD", false),
    /** results whose confidence, number of labels, decider and guideline version are not written */
    @JsonProperty("provenance")
    PROVENANCE("confidence, labels, decider, guideline version and time are not written", false),
    /** results of which it is not written which labels and reviews they rest on */
    @JsonProperty("sources")
    SOURCES("the labels and reviews that a result rests on are not written", false);

    private final String explanation;
    private final boolean leavesOut;

    Loss(String explanation, boolean leavesOut) {
        this.explanation = explanation;
        this.leavesOut = leavesOut;
    }

    /** For people. */
    public String explanation() {
        return explanation;
    }

    /** Whether the whole picture cannot be written. */
    public boolean leavesOut() {
        return leavesOut;
    }
}
