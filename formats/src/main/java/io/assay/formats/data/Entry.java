package io.assay.formats.data;

import org.jspecify.annotations.Nullable;

/** What a reader found next. */
public sealed interface Entry {

    /** Where in what was sent, such as {@code images[3]} or {@code Annotations/a.xml}. */
    String place();

    record Row(String place, Labelled labelled) implements Entry {}

    /**
     * Something that cannot be used, told rather than passed over; reading goes on behind it.
     *
     * @param externalId of the picture, where known
     * @param reason for people, shaped {@code value: -1 (expected: >= 0)}
     */
    record Bad(String place, @Nullable String externalId, String reason) implements Entry {}
}
