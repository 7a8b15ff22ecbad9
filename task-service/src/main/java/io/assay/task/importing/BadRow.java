package io.assay.task.importing;

import org.jspecify.annotations.Nullable;

/** Ends the reading of one row; the import goes on with the next. */
final class BadRow extends Exception {

    private static final int LONGEST_SHOWN = 100;

    private final @Nullable String field;

    BadRow(@Nullable String field, String reason) {
        super(reason, null, false, false);
        this.field = field;
    }

    /** Shaped {@code field: value (expected: …)}. */
    static BadRow unexpected(String field, @Nullable Object value, String expected) {
        return new BadRow(field, field + ": " + brief(value) + " (expected: " + expected + ")");
    }

    RowError at(long row, @Nullable String externalId) {
        String reason = String.valueOf(getMessage());
        return new RowError(row, externalId == null ? null : brief(externalId), field, reason);
    }

    private static String brief(@Nullable Object value) {
        String shown = String.valueOf(value);
        return shown.length() <= LONGEST_SHOWN ? shown : shown.substring(0, LONGEST_SHOWN) + "…";
    }
}
