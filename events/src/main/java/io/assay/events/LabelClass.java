package io.assay.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One class of an ontology.
 *
 * @param id stable, what answers name: 1 to 64 of {@code a-z A-Z 0-9 _ -}
 * @param name what people read, 1 to 100 characters
 * @param attributes what may be said of each object of the class, at most 50
 * @param skeleton with {@code keypoints}, the points of a figure; else absent
 */
public record LabelClass(
        String id,
        String name,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Attribute> attributes,
        @Nullable Skeleton skeleton) {

    public LabelClass {
        attributes = Lists.copyOrEmpty(attributes);
    }

    /** With nothing more to say of its objects. */
    public LabelClass(String id, String name) {
        this(id, name, List.of(), null);
    }
}
