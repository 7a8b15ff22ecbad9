package io.assay.formats.data;

import org.jspecify.annotations.Nullable;

/** Ends the reading of one picture; the next can be read. */
public final class BadEntry extends Exception {

    private static final long serialVersionUID = 1L;
    private static final int MAX_SHOWN = 100;

    public BadEntry(String reason) {
        super(reason, null, false, false);
    }

    /** Shaped {@code what: value (expected: …)}. */
    public static BadEntry unexpected(String what, @Nullable Object value, String expected) {
        return new BadEntry(what + ": " + brief(value) + " (expected: " + expected + ")");
    }

    public String reason() {
        return String.valueOf(getMessage());
    }

    /** The same with a more precise place. */
    public BadEntry at(String place) {
        return new BadEntry(place + " " + reason());
    }

    /** What was found, fit for a message. */
    public static String brief(@Nullable Object value) {
        String shown = String.valueOf(value);
        return shown.length() <= MAX_SHOWN ? shown : shown.substring(0, MAX_SHOWN) + "…";
    }
}
