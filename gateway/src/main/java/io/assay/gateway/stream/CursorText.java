package io.assay.gateway.stream;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Cursors as clients see them: base64url of the offsets and of a signature over them and over the
 * scope, which is what the stream contains. A cursor is good for its own scope alone, and no digit
 * of it can be changed.
 */
final class CursorText {

    /** Signs and checks. */
    interface Signature {

        /** {@link #BYTES} bytes. */
        byte[] sign(String text);

        boolean verify(String text, byte[] signature);
    }

    static final int BYTES = 16;

    private static final String VERSION = "2;";
    private static final Pattern FORM = Pattern.compile("2;(\\d{1,5}:\\d{1,18},)*");
    private static final int MAX_LENGTH = 32_768;

    private final Signature signature;
    private final String scope;

    /**
     * @param scope whose results of which projects
     */
    CursorText(Signature signature, String scope) {
        this.signature = signature;
        this.scope = scope;
    }

    String of(Cursor cursor) {
        String text =
                cursor.next().entrySet().stream()
                        .map(entry -> entry.getKey() + ":" + entry.getValue() + ",")
                        .collect(Collectors.joining("", VERSION, ""));
        byte[] signed = signature.sign(scoped(text));
        byte[] plain = text.getBytes(StandardCharsets.US_ASCII);
        byte[] both = Arrays.copyOf(plain, plain.length + BYTES);
        System.arraycopy(signed, 0, both, plain.length, BYTES);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(both);
    }

    /** Empty if it is not one that {@link #of} gave for this scope. */
    Optional<Cursor> parse(String encoded) {
        if (encoded.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        try {
            byte[] both = Base64.getUrlDecoder().decode(encoded);
            if (both.length < BYTES || !canonical(encoded, both)) {
                return Optional.empty();
            }
            int length = both.length - BYTES;
            String text = new String(both, 0, length, StandardCharsets.US_ASCII);
            byte[] signed = Arrays.copyOfRange(both, length, both.length);
            return FORM.matcher(text).matches() && signature.verify(scoped(text), signed)
                    ? Optional.of(offsets(text))
                    : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** The last character of base64 has bits to spare: only one spelling is ours. */
    private static boolean canonical(String encoded, byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(encoded);
    }

    private String scoped(String text) {
        return scope + "\n" + text;
    }

    private static Cursor offsets(String text) {
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
