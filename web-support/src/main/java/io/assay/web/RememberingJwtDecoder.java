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
 * Verifies a token once and then knows it for a minute, by its hash: a worker sends the same one
 * with every request. One that has expired meanwhile is verified anew, and so refused; what was
 * revoked meanwhile, {@link RevocableJwtDecoder} refuses.
 */
public final class RememberingJwtDecoder implements JwtDecoder {

    private static final Duration REMEMBERED = Duration.ofMinutes(1);
    static final int MOST = 10_000;

    private final JwtDecoder decoder;
    private final InstantSource clock;
    private final Cache<String, Jwt> known;

    public RememberingJwtDecoder(JwtDecoder decoder, InstantSource clock) {
        this.decoder = decoder;
        this.clock = clock;
        this.known =
                Caffeine.newBuilder()
                        .maximumSize(MOST)
                        .expireAfterWrite(REMEMBERED)
                        .ticker(() -> clock.millis() * 1_000_000)
                        .build();
    }

    @Override
    public Jwt decode(String token) {
        String hash = hash(token);
        Jwt remembered = known.getIfPresent(hash);
        if (remembered != null && lives(remembered)) {
            return remembered;
        }
        Jwt verified = decoder.decode(token);
        known.put(hash, verified);
        return verified;
    }

    /** Whether the token was found genuine within the last minute. */
    boolean knows(String token) {
        return known.getIfPresent(hash(token)) != null;
    }

    long size() {
        known.cleanUp();
        return known.estimatedSize();
    }

    private boolean lives(Jwt token) {
        Instant end = token.getExpiresAt();
        return end == null || clock.instant().isBefore(end);
    }

    private static String hash(String token) {
        return Ids.sha256Hex(token.getBytes(StandardCharsets.UTF_8));
    }
}
