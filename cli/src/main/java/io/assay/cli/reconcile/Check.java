package io.assay.cli.reconcile;

import java.util.Locale;

/**
 * One line of a reconciliation.
 *
 * @param what should hold
 * @param holds whether it does
 * @param figures that it was judged by
 */
public record Check(String what, boolean holds, String figures) {

    /** Holds if both are the same. */
    public static Check same(String what, Object expected, Object found) {
        boolean same = expected.equals(found);
        return new Check(
                what,
                same,
                same ? shown(found) : shown(found) + " (expected: " + shown(expected) + ")");
    }

    /** Holds if there is none. */
    public static Check none(String what, long count, String figures) {
        return new Check(what, count == 0, figures);
    }

    private static String shown(Object value) {
        return value instanceof Number number
                ? String.format(Locale.ROOT, "%,d", number.longValue())
                : value.toString();
    }
}
