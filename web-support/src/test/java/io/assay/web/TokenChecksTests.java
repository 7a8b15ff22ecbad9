package io.assay.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.Jwt;

class TokenChecksTests {

    private static final String ISSUER = "https://issuer.example";

    @Test
    void takesATokenThatIsMeantForUs() {
        assertThat(refused("assay", List.of("assay", "other"), ISSUER)).isFalse();
    }

    @Test
    void refusesATokenMeantForOthersOrForNobody() {
        assertThat(refused("assay", List.of("other"), ISSUER)).isTrue();
        assertThat(refused("assay", null, ISSUER)).isTrue();
    }

    @Test
    void takesAnyAudienceWhereNoneIsConfigured() {
        assertThat(refused("", null, ISSUER)).isFalse();
        assertThat(refused(null, List.of("other"), ISSUER)).isFalse();
    }

    @Test
    void refusesAnotherIssuer() {
        assertThat(refused("assay", List.of("assay"), "https://other.example")).isTrue();
    }

    private static boolean refused(
            @Nullable String audience, @Nullable List<String> named, String issuer) {
        Jwt.Builder token =
                Jwt.withTokenValue("t")
                        .header("alg", "RS256")
                        .issuer(issuer)
                        .subject("ada")
                        .expiresAt(Instant.MAX);
        if (named != null) {
            token.audience(named);
        }
        return TokenChecks.of(ISSUER, audience).validate(token.build()).hasErrors();
    }
}
