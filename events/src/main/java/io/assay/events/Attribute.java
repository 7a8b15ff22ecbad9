package io.assay.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something that may be said of an object beside its class, such as whether it is occluded.
 *
 * @param id what answers name, 1 to 64 of {@code a-z A-Z 0-9 _ -}
 * @param name what people read, 1 to 100 characters
 * @param choices of that type: the values to choose from, 1 to 100 of 1 to 100 characters
 * @param required true if every object must have it; absent means false
 * @param min of a number: the least, if any
 * @param max of a number: the greatest, if any
 */
public record Attribute(
        String id,
        String name,
        Type type,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> choices,
        @Nullable Boolean required,
        @Nullable Double min,
        @Nullable Double max) {

    /** What values an attribute takes; in answers all of them are texts. */
    public enum Type {
        /** {@code true} or {@code false} */
        @JsonProperty("flag")
        FLAG,
        /** one of the choices */
        @JsonProperty("choice")
        CHOICE,
        /** a decimal number, such as {@code 2.5} */
        @JsonProperty("number")
        NUMBER,
        /** up to 500 characters */
        @JsonProperty("text")
        TEXT
    }

    public Attribute {
        Objects.requireNonNull(type, "type");
        choices = Lists.copyOrEmpty(choices);
    }
}
