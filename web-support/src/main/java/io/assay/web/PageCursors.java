package io.assay.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Cursors of lists as clients see them: signed, together with the list and the caller that they
 * were given for. A cursor that was changed, or is another list's, is refused, and skips nothing in
 * silence.
 */
final class PageCursors {

    private static final int BYTES = 16;
    private static final int MAX_LENGTH = 4_096;

    private final Supplier<byte[]> secret;

    /**
     * @param secret the same for every instance of the service; asked for each time
     */
    PageCursors(Supplier<byte[]> secret) {
        this.secret = secret;
    }

    String sign(String list, String cursor) {
        byte[] plain = cursor.getBytes(StandardCharsets.UTF_8);
        byte[] both = Arrays.copyOf(signature(list, cursor), BYTES + plain.length);
        System.arraycopy(plain, 0, both, BYTES, plain.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(both);
    }

    /** Empty if it is not one that {@link #sign} gave for this list. */
    Optional<String> verified(String list, String signed) {
        if (signed.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        try {
            byte[] both = Base64.getUrlDecoder().decode(signed);
            if (both.length <= BYTES) {
                return Optional.empty();
            }
            String cursor = new String(both, BYTES, both.length - BYTES, StandardCharsets.UTF_8);
            // the last character of base64 has bits to spare: only one spelling is ours
            return MessageDigest.isEqual(signature(list, cursor), Arrays.copyOf(both, BYTES))
                            && sign(list, cursor).equals(signed)
                    ? Optional.of(cursor)
                    : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private byte[] signature(String list, String cursor) {
        return Arrays.copyOf(HmacSha256.of(secret.get(), list + "\n\n" + cursor), BYTES);
    }
}
