package io.assay.gateway.stream;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How far a reader has come: the next offset of each partition. A partition that it does not name
 * is read from the beginning. Opaque to clients.
 */
record Cursor(SortedMap<Integer, Long> next) {

    static final Cursor BEGINNING = new Cursor(new TreeMap<>());

    private static final String VERSION = "1;";
    private static final Pattern FORM = Pattern.compile("1;(\\d{1,5}:\\d{1,18},)*");
    private static final int LONGEST = 32_768;

    Cursor {
        next = new TreeMap<>(next);
    }

    /** As clients see it, in base64url. */
    String encoded() {
        String text =
                next.entrySet().stream()
                        .map(entry -> entry.getKey() + ":" + entry.getValue() + ",")
                        .collect(Collectors.joining("", VERSION, ""));
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** Empty if it is not a cursor of ours. */
    static Optional<Cursor> decoded(String encoded) {
        return encoded.length() > LONGEST ? Optional.empty() : text(encoded).map(Cursor::parsed);
    }

    Cursor after(int partition, long offset) {
        SortedMap<Integer, Long> moved = new TreeMap<>(next);
        moved.put(partition, offset + 1);
        return new Cursor(moved);
    }

    private static Optional<String> text(String encoded) {
        try {
            String text =
                    new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.US_ASCII);
            return Optional.of(text).filter(FORM.asMatchPredicate());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Cursor parsed(String text) {
        SortedMap<Integer, Long> next = new TreeMap<>();
        for (String entry : text.substring(VERSION.length()).split(",", -1)) {
            int colon = entry.indexOf(':');
            if (colon > 0) {
                next.put(
                        Integer.valueOf(entry.substring(0, colon)),
                        Long.valueOf(entry.substring(colon + 1)));
            }
        }
        return new Cursor(next);
    }
}
