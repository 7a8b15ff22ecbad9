package io.assay.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.assay.events.Ids;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/**
 * Verifies a token once and caches it for a minute, by its hash: a worker sends the same one with
 * every request. One that has expired meanwhile is verified anew, and so refused; what was revoked
 * meanwhile, {@link RevocableJwtDecoder} refuses.
 */
public final class CachingJwtDecoder implements JwtDecoder {

    private static final Duration CACHED_FOR = Duration.ofMinutes(1);
    static final int MAX_TOKENS = 10_000;

    private final JwtDecoder decoder;
    private final InstantSource clock;
    private final Cache<String, Jwt> known;

    public CachingJwtDecoder(JwtDecoder decoder, InstantSource clock) {
        this.decoder = decoder;
        this.clock = clock;
        this.known =
                Caffeine.newBuilder()
                        .maximumSize(MAX_TOKENS)
                        .expireAfterWrite(CACHED_FOR)
                        .ticker(() -> clock.millis() * 1_000_000)
                        .build();
    }

    @Override
    public Jwt decode(String token) {
        String hash = hash(token);
        Jwt cached = known.getIfPresent(hash);
        if (cached != null && isUnexpired(cached)) {
            return cached;
        }
        Jwt verified = decoder.decode(token);
        known.put(hash, verified);
        return verified;
    }

    /** Whether the token was found genuine within the last minute. */
    boolean isCached(String token) {
        return known.getIfPresent(hash(token)) != null;
    }

    long size() {
        known.cleanUp();
        return known.estimatedSize();
    }

    private boolean isUnexpired(Jwt token) {
        Instant end = token.getExpiresAt();
        return end == null || clock.instant().isBefore(end);
    }

    private static String hash(String token) {
        return Ids.sha256Hex(token.getBytes(StandardCharsets.UTF_8));
    }
}
