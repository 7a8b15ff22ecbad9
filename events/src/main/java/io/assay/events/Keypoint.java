package io.assay.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Objects;

/**
 * One point of a figure, in pixels of the original picture.
 *
 * @param x 0 to width; 0 if absent
 * @param y 0 to height; 0 if absent
 */
public record Keypoint(double x, double y, Visibility visibility) {

    /** Whether a point can be seen. */
    public enum Visibility {
        /** not in the picture, or nobody can tell where */
        @JsonProperty("absent")
        ABSENT,
        /** hidden, its place inferred */
        @JsonProperty("hidden")
        HIDDEN,
        /** seen */
        @JsonProperty("visible")
        VISIBLE
    }

    public Keypoint {
        Objects.requireNonNull(visibility, "visibility");
    }
}
