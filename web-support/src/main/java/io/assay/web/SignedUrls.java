package io.assay.web;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Short-lived links that need no token: HMAC-SHA256 over path and expiry. Whoever holds the secret
 * may give access to what another service serves.
 */
public final class SignedUrls {

    private static final int MIN_SECRET = 16;

    private final String secret;

    SignedUrls(String secret) {
        if (secret.length() < MIN_SECRET) {
            throw new IllegalArgumentException(
                    "assay.pictures.signing-secret: too short (expected: at least 16 characters)");
        }
        this.secret = secret;
    }

    /** {@code path?exp=EPOCHSECONDS&sig=…} */
    public String sign(String path, Instant expiry) {
        long seconds = expiry.getEpochSecond();
        return path + "?exp=" + seconds + "&sig=" + signature(path, seconds);
    }

    /** True if the link was signed with our secret and has not expired. */
    public boolean verify(String path, long expirySeconds, String signature, Instant now) {
        byte[] expected = signature(path, expirySeconds).getBytes(StandardCharsets.US_ASCII);
        return now.getEpochSecond() <= expirySeconds
                && MessageDigest.isEqual(expected, signature.getBytes(StandardCharsets.UTF_8));
    }

    private String signature(String path, long seconds) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] code = mac.doFinal((path + "\n" + seconds).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(code);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }
}
