package io.assay.task.importing;

import io.assay.events.PlainWords;
import org.jspecify.annotations.Nullable;

/** Ends the reading of one row; the import goes on with the next. */
final class BadRow extends Exception {

    private static final int LONGEST_SHOWN = 100;
    private static final int LONGEST_REASON = 1_000;

    private final @Nullable String field;

    BadRow(@Nullable String field, String reason) {
        super(reason, null, false, false);
        this.field = field;
    }

    /** Shaped {@code field: value (expected: …)}. */
    static BadRow unexpected(String field, @Nullable Object value, String expected) {
        return new BadRow(field, field + ": " + brief(value) + " (expected: " + expected + ")");
    }

    /** The same, told more precisely where. */
    BadRow within(@Nullable String place) {
        return place == null ? this : new BadRow(field, place + ": " + getMessage());
    }

    RowError at(long row, @Nullable String externalId) {
        String reason = cut(PlainWords.visible(String.valueOf(getMessage())), LONGEST_REASON);
        String id = externalId == null ? null : PlainWords.visible(brief(externalId));
        return new RowError(row, id, field, reason);
    }

    static String brief(@Nullable Object value) {
        return cut(String.valueOf(value), LONGEST_SHOWN);
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest) + "…";
    }
}
