package io.assay.gateway.client;

import io.assay.events.Ids;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.security.crypto.password.AbstractValidatingPasswordEncoder;

/**
 * Secrets of machine clients. They are 256 random bits, so one round of SHA-256 keeps them as safe
 * as a slow hash would, and a token costs no tenth of a second.
 */
public final class ClientSecrets extends AbstractValidatingPasswordEncoder {

    private final SecureRandom random = new SecureRandom();

    String generate() {
        byte[] secret = new byte[32];
        random.nextBytes(secret);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }

    @Override
    protected String encodeNonNullPassword(String secret) {
        return Ids.sha256Hex(secret.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    protected boolean matchesNonNull(String secret, String hash) {
        return MessageDigest.isEqual(
                encodeNonNullPassword(secret).getBytes(StandardCharsets.US_ASCII),
                hash.getBytes(StandardCharsets.US_ASCII));
    }
}
