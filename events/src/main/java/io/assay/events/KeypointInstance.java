package io.assay.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The points of one object, as the skeleton of its class orders them.
 *
 * @param classId a class of the project's ontology
 * @param points as many as the skeleton has
 * @param attributes values by attribute id
 */
public record KeypointInstance(
        String classId,
        List<Keypoint> points,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> attributes)
        implements Annotation {

    public KeypointInstance {
        Objects.requireNonNull(classId, "classId");
        points = List.copyOf(points);
        attributes = Attributes.sorted(attributes);
    }
}
