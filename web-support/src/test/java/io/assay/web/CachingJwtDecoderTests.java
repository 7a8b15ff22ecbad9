package io.assay.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;

class CachingJwtDecoderTests {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private Instant now = START;
    private final AtomicInteger verified = new AtomicInteger();
    private final CachingJwtDecoder decoder = new CachingJwtDecoder(this::verify, () -> now);

    @Test
    void verifiesATokenOnce() {
        Jwt first = decoder.decode("ada");

        assertThat(decoder.decode("ada")).isSameAs(first);
        assertThat(decoder.decode("bob").getSubject()).isEqualTo("bob");
        assertThat(verified).hasValue(2);
    }

    @Test
    void verifiesAnewAfterAMinute() {
        decoder.decode("ada");
        now = now.plusSeconds(61);
        decoder.decode("ada");

        assertThat(verified).hasValue(2);
    }

    @Test
    void leavesAnExpiredTokenToTheVerifier() {
        decoder.decode("short");
        now = now.plusSeconds(30);

        assertThatThrownBy(() -> decoder.decode("short")).isInstanceOf(BadJwtException.class);
        assertThatThrownBy(() -> decoder.decode("short")).isInstanceOf(BadJwtException.class);
        assertThat(verified).hasValue(3);
    }

    @Test
    void remembersABoundedNumber() {
        for (int i = 0; i < CachingJwtDecoder.MAX_TOKENS + 2_000; i++) {
            decoder.decode("worker" + i);
        }

        assertThat(decoder.size()).isLessThanOrEqualTo(CachingJwtDecoder.MAX_TOKENS);
    }

    @Test
    void remembersNoRefusal() {
        assertThatThrownBy(() -> decoder.decode("bad")).isInstanceOf(BadJwtException.class);
        assertThatThrownBy(() -> decoder.decode("bad")).isInstanceOf(BadJwtException.class);

        assertThat(verified).hasValue(2);
    }

    /** A token's text is its subject; one named short isUnexpired for half a minute. */
    private Jwt verify(String token) {
        verified.incrementAndGet();
        Instant end = START.plusSeconds(token.equals("short") ? 30 : 3_600);
        if (token.equals("bad") || !now.isBefore(end)) {
            throw new BadJwtException("not believed");
        }
        return Jwt.withTokenValue(token)
                .header("alg", "none")
                .subject(token)
                .issuedAt(START)
                .expiresAt(end)
                .build();
    }
}
