package io.assay.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.security.oauth2.jwt.Jwt;

class RevokedTokensTests {

    private static final String ISSUER = "https://issuer.example";
    private static final Instant THEN = Instant.parse("2026-01-01T00:00:00Z");

    @ParameterizedTest
    @CsvSource({"-1, true", "0, true", "1, false"})
    void coversWhatWasIssuedUpToItsMillisecond(int millis, boolean covered) {
        Instant before = THEN.plusMillis(500);

        assertThat(since(before.toEpochMilli()).covers(exact(before.plusMillis(millis))))
                .isEqualTo(covered);
    }

    @ParameterizedTest
    @CsvSource({"-1, true", "0, true", "1, false"})
    void coversWhatAnotherIssuerDatedUpToItsSecond(int seconds, boolean covered) {
        RevokedTokens revoked = since(THEN.plusMillis(500).toEpochMilli());

        assertThat(revoked.covers(token("ada", "k1", THEN.plusSeconds(seconds))))
                .isEqualTo(covered);
    }

    @Test
    void coversAllOfASubjectForGood() {
        RevokedTokens revoked = since(RevokedTokens.FOR_GOOD);

        assertThat(revoked.covers(token("ada", "k1", THEN.plusSeconds(1_000_000)))).isTrue();
        assertThat(revoked.covers(token("bob", "k1", THEN))).isFalse();
    }

    @Test
    void coversWhatAWithdrawnKeySigned() {
        RevokedTokens revoked = new RevokedTokens(Set.of("k1"), Map.of());

        assertThat(revoked.covers(token("ada", "k1", THEN))).isTrue();
        assertThat(revoked.covers(token("ada", "k2", THEN))).isFalse();
    }

    @Test
    void tellsTheSameSubjectOfTwoIssuersApart() {
        RevokedTokens revoked =
                new RevokedTokens(
                        Set.of(),
                        Map.of(
                                RevokedTokens.name("https://other.example", "ada"),
                                RevokedTokens.FOR_GOOD));

        assertThat(revoked.covers(token("ada", "k1", THEN))).isFalse();
    }

    @Test
    void takesATokenWithoutADateForOld() {
        Jwt undated =
                Jwt.withTokenValue("t")
                        .header("kid", "k1")
                        .subject("ada")
                        .issuer(ISSUER)
                        .claim("x", 1)
                        .build();

        assertThat(since(THEN.toEpochMilli()).covers(undated)).isTrue();
        assertThat(RevokedTokens.NONE.covers(undated)).isFalse();
    }

    private static RevokedTokens since(long millis) {
        return new RevokedTokens(Set.of(), Map.of(RevokedTokens.name(ISSUER, "ada"), millis));
    }

    private static Jwt exact(Instant issuedAt) {
        return Jwt.withTokenValue("t")
                .header("kid", "k1")
                .subject("ada")
                .issuer(ISSUER)
                .issuedAt(issuedAt.truncatedTo(ChronoUnit.SECONDS))
                .claim(RevokedTokens.ISSUED_AT_MS, issuedAt.toEpochMilli())
                .build();
    }

    private static Jwt token(String subject, String key, Instant issuedAt) {
        return Jwt.withTokenValue("t")
                .header("kid", key)
                .subject(subject)
                .issuer(ISSUER)
                .issuedAt(issuedAt)
                .build();
    }
}
