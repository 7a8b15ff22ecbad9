package io.assay.task.importing;

import org.jspecify.annotations.Nullable;

/** Ends the reading of one row; the import goes on with the next. */
final class BadRow extends Exception {

    private static final int MAX_SHOWN = 100;
    private static final int MAX_REASON = 1_000;

    private final @Nullable String field;

    BadRow(@Nullable String field, String reason) {
        super(reason, null, false, false);
        this.field = field;
    }

    /** Shaped {@code field: value (expected: …)}. */
    static BadRow unexpected(String field, @Nullable Object value, String expected) {
        return new BadRow(field, field + ": " + brief(value) + " (expected: " + expected + ")");
    }

    /** The same with a more precise place. */
    BadRow within(@Nullable String place) {
        return place == null ? this : new BadRow(field, place + ": " + getMessage());
    }

    RowError at(long row, @Nullable String externalId) {
        String reason = cut(visible(String.valueOf(getMessage())), MAX_REASON);
        String id = externalId == null ? null : visible(brief(externalId));
        return new RowError(row, id, field, reason);
    }

    static String brief(@Nullable Object value) {
        return cut(String.valueOf(value), MAX_SHOWN);
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest) + "…";
    }

    /** Fit for a line on a terminal: signs stand for control characters, which it would obey. */
    static String visible(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            shown.append(visible(text.charAt(i)));
        }
        return shown.toString();
    }

    private static char visible(char one) {
        if (one < ' ') {
            return (char) ('\u2400' + one);
        }
        return one >= '\u007F' && one <= '\u009F' ? '\u2421' : one;
    }
}
