package io.assay.formats.data;

import org.jspecify.annotations.Nullable;

/** What a reader found next. */
public sealed interface Entry {

    /** Where in what was sent, such as {@code images[3]} or {@code Annotations/a.xml}. */
    String place();

    record Row(String place, Labelled labelled) implements Entry {}

    /**
     * Something that was passed over or read in another way than it is written, while its picture
     * is taken: it comes right before its row.
     *
     * @param externalId of the picture, where known
     * @param spoilsGold whether the answer is not all that is on the picture, so that no worker can
     *     be held to it: good enough to be corrected, never a known answer
     * @param text for people
     */
    record Note(String place, @Nullable String externalId, boolean spoilsGold, String text)
            implements Entry {}

    /**
     * Something that cannot be used, reported rather than passed over; reading goes on behind it.
     *
     * @param externalId of the picture, where known
     * @param reason for people, shaped {@code value: -1 (expected: >= 0)}
     */
    record Bad(String place, @Nullable String externalId, String reason) implements Entry {}
}
