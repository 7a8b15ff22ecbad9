package io.assay.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A line that does not close.
 *
 * @param classId a class of the project's ontology
 * @param points 2 to 2,000
 * @param attributes values by attribute id
 */
public record Polyline(
        String classId,
        List<Point> points,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> attributes)
        implements Annotation {

    public Polyline {
        Objects.requireNonNull(classId, "classId");
        points = List.copyOf(points);
        attributes = Attributes.sorted(attributes);
    }
}
