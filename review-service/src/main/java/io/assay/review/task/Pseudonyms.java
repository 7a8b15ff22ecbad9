package io.assay.review.task;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Names under which partners see people: one person has the same in all of a project and another in
 * each project. By HMAC-SHA256, so that nobody without the secret finds out who it is by trying.
 */
public final class Pseudonyms {
    private static final int MIN_SECRET = 16;
    private static final int BYTES = 8;
    private static final String HMAC = "HmacSHA256";

    private final Mac keyed;

    public Pseudonyms(String secret) {
        if (secret.length() < MIN_SECRET) {
            throw new IllegalArgumentException(
                    "assay.review.pseudonym-secret: too short (expected: at least 16 characters)");
        }
        this.keyed = keyed(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), HMAC));
    }

    /** {@code w-} and 16 hex digits. */
    public String of(String projectId, String person) {
        try {
            // cheaper than a new one: this is done for every label of every result
            Mac mac = (Mac) keyed.clone();
            byte[] code = mac.doFinal((projectId + "\0" + person).getBytes(StandardCharsets.UTF_8));
            return "w-" + HexFormat.of().formatHex(code, 0, BYTES);
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the JDK's own can be cloned", e);
        }
    }

    private static Mac keyed(SecretKeySpec key) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + HMAC, e);
        }
    }
}
