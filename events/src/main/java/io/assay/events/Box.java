package io.assay.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A rectangle in pixels of the original picture, origin top left.
 *
 * @param classId a class of the project's ontology
 * @param x left edge before it is turned, 0 to width
 * @param y top edge before it is turned, 0 to height
 * @param width over 0
 * @param height over 0
 * @param rotation degrees clockwise around its centre, over -180 to 180; absent means 0
 * @param attributes values by attribute id
 */
public record Box(
        String classId,
        double x,
        double y,
        double width,
        double height,
        @Nullable Double rotation,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> attributes)
        implements Annotation {

    public Box {
        Objects.requireNonNull(classId, "classId");
        attributes = Attributes.sorted(attributes);
    }

    /** Axis-aligned, with nothing more to say of it. */
    public Box(String classId, double x, double y, double width, double height) {
        this(classId, x, y, width, height, null, Map.of());
    }

    /** In degrees clockwise, 0 if it is not turned. */
    public double degrees() {
        return rotation == null ? 0 : rotation;
    }
}
