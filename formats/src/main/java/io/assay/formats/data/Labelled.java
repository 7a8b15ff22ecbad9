package io.assay.formats.data;

import io.assay.events.Answer;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One picture of a data set with what is said of it.
 *
 * @param externalId the id that the requester gave it; where a file names none, the file name
 * @param fileName what formats call the picture; where they name folders, with these
 * @param ref {@code picture:SHA256} of an upload or a URL, where the file has it
 * @param width in pixels, where known
 * @param height in pixels, where known
 * @param answer null if nothing is said of it; an answer without objects says that there are none
 * @param provenance where the answer comes from, or why there is none; null if the file does not
 *     tell
 */
public record Labelled(
        String externalId,
        String fileName,
        @Nullable String ref,
        @Nullable Integer width,
        @Nullable Integer height,
        @Nullable Answer answer,
        @Nullable Provenance provenance) {

    public Labelled {
        Objects.requireNonNull(externalId, "externalId");
        Objects.requireNonNull(fileName, "fileName");
    }
}
