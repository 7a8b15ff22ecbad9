package io.assay.assignment.assignment;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.assay.events.Answer;
import io.assay.events.FlagReason;
import org.jspecify.annotations.Nullable;

/** What a worker made of a picture. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Work.Label.class, name = "label"),
    @JsonSubTypes.Type(value = Work.Flag.class, name = "flag")
})
public sealed interface Work {

    record Label(Answer answer) implements Work {}

    record Flag(FlagReason reason, @Nullable String comment) implements Work {}
}
