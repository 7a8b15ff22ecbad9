package io.assay.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Where a piece of a list ends that is in order of time. Clients see it signed: {@link
 * SignedPages}.
 *
 * @param at in milliseconds
 * @param id of the last item
 */
public record Cursor(Instant at, String id) {

    /**
     * @throws Problem 400 {@code bad-cursor} if it was not made by {@link #text}
     */
    public static @Nullable Cursor parse(@Nullable String text) {
        if (text == null) {
            return null;
        }
        int colon = text.indexOf(':');
        try {
            return new Cursor(
                    Instant.ofEpochMilli(Long.parseLong(text.substring(0, Math.max(0, colon)))),
                    text.substring(colon + 1));
        } catch (NumberFormatException _) {
            throw Problem.of(
                    HttpStatus.BAD_REQUEST, "bad-cursor", "cursor: not one from a page before");
        }
    }

    public String text() {
        return at.toEpochMilli() + ":" + id;
    }
}
