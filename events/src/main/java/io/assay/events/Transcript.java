package io.assay.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What is written in a place.
 *
 * @param classId a class of the project's ontology, such as the kind of sign
 * @param text 1 to 5,000 characters, 20,000 in an answer
 * @param region outline of the place, 3 to 2,000 points; empty for the whole picture, of which a
 *     class has one text at most
 * @param attributes values by attribute id
 */
public record Transcript(
        String classId,
        String text,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Point> region,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> attributes)
        implements Annotation {

    public Transcript {
        Objects.requireNonNull(classId, "classId");
        Objects.requireNonNull(text, "text");
        region = Lists.copyOrEmpty(region);
        attributes = Attributes.sorted(attributes);
    }
}
