package io.assay.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * An area by its pixels, in the run-length form of COCO: columns from left to right, each from top
 * to bottom, as lengths of runs outside and inside by turns, the first one outside (0 if it starts
 * inside).
 *
 * @param classId a class of the project's ontology
 * @param width of the picture in pixels
 * @param height of the picture in pixels
 * @param counts lengths of runs, which add up to {@code width × height}; at most 50,000 in the
 *     masks of an answer
 * @param attributes values by attribute id
 */
public record Mask(
        String classId,
        int width,
        int height,
        List<Integer> counts,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> attributes)
        implements Annotation {

    public Mask {
        Objects.requireNonNull(classId, "classId");
        counts = List.copyOf(counts);
        attributes = Attributes.sorted(attributes);
    }
}
