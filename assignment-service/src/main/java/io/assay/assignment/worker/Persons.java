package io.assay.assignment.worker;

import io.assay.web.HmacSha256;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Tells one person from another without keeping who they are: a phone number becomes a hash that
 * nobody without the secret can compute, and from which nobody finds the number.
 */
final class Persons {

    /** So that it is no use as anything else that is signed with the secret. */
    private static final String PURPOSE = "person\n";

    private static final int MIN_SECRET = 16;

    private final byte[] secret;

    Persons(String secret) {
        if (secret.length() < MIN_SECRET) {
            throw new IllegalArgumentException(
                    "assay.workers.person-secret: too short (expected: at least 16 characters)");
        }
        this.secret = secret.getBytes(StandardCharsets.UTF_8);
    }

    /**
     * @param number as {@link ApplicationRules#number} gives it
     */
    String hash(String number) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(HmacSha256.of(secret, PURPOSE + number));
    }
}
