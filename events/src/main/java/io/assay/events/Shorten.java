package io.assay.events;

/** What a caller sent, fit for a message. */
final class Shorten {

    private static final int MOST = 64;

    private Shorten() {}

    static String shorten(String text) {
        return text.length() <= MOST ? text : text.substring(0, MOST) + "…";
    }
}
