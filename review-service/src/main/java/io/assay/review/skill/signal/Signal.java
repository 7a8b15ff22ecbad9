package io.assay.review.skill.signal;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Something conspicuous.
 *
 * @param chance that an honest worker's answers look so, at most
 * @param evidence in words and numbers, for the person who looks at it
 */
public record Signal(Kind kind, double chance, String evidence) {

    /** What it looks like. */
    public enum Kind {
        /** answers come faster than anybody looks at a picture */
        @JsonProperty("too_fast")
        TOO_FAST,
        /** the same answers come again in a row or in turn where the pictures do not */
        @JsonProperty("repeated_answers")
        REPEATED_ANSWERS,
        /** one answer is given to most of what it is not */
        @JsonProperty("one_class")
        ONE_CLASS,
        /** the same picture gets another answer each time */
        @JsonProperty("inconsistent")
        INCONSISTENT,
        /** two workers share mistakes that nobody else makes */
        @JsonProperty("shared_rare_errors")
        SHARED_RARE_ERRORS
    }
}
