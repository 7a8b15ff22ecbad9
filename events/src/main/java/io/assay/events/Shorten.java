package io.assay.events;

/** What a caller sent, fit for a message. */
final class Shorten {

    private static final int MAX_LENGTH = 64;

    private Shorten() {}

    static String shorten(String text) {
        return text.length() <= MAX_LENGTH ? text : text.substring(0, MAX_LENGTH) + "…";
    }
}
