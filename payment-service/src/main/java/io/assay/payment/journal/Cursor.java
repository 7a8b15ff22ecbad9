package io.assay.payment.journal;

import io.assay.payment.ledger.JournalEntry;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;

/** Where a page of entries, newest first, ended. Opaque to clients. */
public record Cursor(Instant recordedAt, String id) {

    static Cursor of(JournalEntry entry) {
        return new Cursor(entry.recordedAt(), entry.id());
    }

    /**
     * @throws IllegalArgumentException if this was not made by {@link #text()}
     */
    public static Cursor parse(String text) {
        String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
        int colon = plain.indexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException("cursor: " + text + " (expected: one from a page)");
        }
        long millis = Long.parseLong(plain.substring(0, colon));
        return new Cursor(Instant.ofEpochMilli(millis), plain.substring(colon + 1));
    }

    public String text() {
        String plain = recordedAt.toEpochMilli() + ":" + id;
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }
}
