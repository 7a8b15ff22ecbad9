package io.assay.web;

import io.assay.events.Ids;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * Which tokens are no longer valid though their signature and time say so. On the wire as JSON.
 *
 * @param keys ids of withdrawn signing keys: no token that names one is valid
 * @param subjects by {@link #name}: milliseconds since 1970; what was issued then or before is not
 *     valid
 */
public record RevokedTokens(Set<String> keys, Map<String, Long> subjects) {

    public static final RevokedTokens NONE = new RevokedTokens(Set.of(), Map.of());

    /**
     * A claim of the gateway's tokens: milliseconds since 1970 when they were issued. The
     * standard's {@code iat} is in whole seconds, which cannot tell a sign-in from a sign-out of
     * that second.
     */
    public static final String ISSUED_AT_MS = "iat_ms";

    /** In place of an instant: no token of the subject is valid, whenever it was issued. */
    public static final long FOR_GOOD = Long.MAX_VALUE;

    public RevokedTokens {
        keys = Set.copyOf(keys);
        subjects = Map.copyOf(subjects);
    }

    /** How a list names a subject: by a hash, so that nobody can be read from it. */
    public static String name(String issuer, String subject) {
        byte[] both = (issuer + "\n" + subject).getBytes(StandardCharsets.UTF_8);
        return Ids.sha256Hex(both).substring(0, 32);
    }

    /**
     * Whether the token is no longer valid; one that does not say when it was issued counts old.
     */
    public boolean covers(Jwt token) {
        Object key = token.getHeaders().get("kid");
        if (key instanceof String id && keys.contains(id)) {
            return true;
        }
        String issuer = token.getClaimAsString("iss");
        String subject = token.getSubject();
        if (subjects.isEmpty() || issuer == null || subject == null) {
            return false;
        }
        Long before = subjects.get(name(issuer, subject));
        return before != null && issuedAt(token) <= before;
    }

    private static long issuedAt(Jwt token) {
        if (token.getClaim(ISSUED_AT_MS) instanceof Number exact) {
            return exact.longValue();
        }
        Instant second = token.getIssuedAt();
        return second == null ? Long.MIN_VALUE : second.toEpochMilli();
    }
}
