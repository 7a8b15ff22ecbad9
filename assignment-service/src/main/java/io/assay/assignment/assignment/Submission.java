package io.assay.assignment.assignment;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.assay.events.Answer;
import io.assay.events.FlagReason;
import io.assay.events.Point;
import org.jspecify.annotations.Nullable;

/** What a worker made of a picture. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Submission.Label.class, name = "label"),
    @JsonSubTypes.Type(value = Submission.Flag.class, name = "flag")
})
public sealed interface Submission {

    record Label(Answer answer) implements Submission {}

    record Flag(FlagReason reason, @Nullable String comment, @Nullable Point mark)
            implements Submission {}
}
