package io.assay.web;

import io.assay.events.Ids;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * The {@code Idempotency-Key} header of a creating request. The new thing's id follows from caller
 * and key, so a repeat finds what the first one made and needs no table of its own.
 *
 * @param value 1 to 128 visible ASCII characters, null if the header is absent
 */
public record IdempotencyKey(@Nullable String value) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 16;

    public static final String HEADER = "Idempotency-Key";

    /**
     * 22 characters of base64url: the same for the same caller, purpose and key; random without a
     * key.
     *
     * @param purpose what is created, so that one key may serve several requests
     */
    public String idFor(Caller caller, String purpose) {
        byte[] bytes = new byte[BYTES];
        if (value == null) {
            RANDOM.nextBytes(bytes);
        } else {
            String name = caller.id() + "\n" + purpose + "\n" + value;
            bytes =
                    Arrays.copyOf(
                            Ids.sha256().digest(name.getBytes(StandardCharsets.UTF_8)), BYTES);
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
