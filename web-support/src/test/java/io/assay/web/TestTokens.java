package io.assay.web;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;

/** Tokens for tests, with the decoder that believes them. */
public final class TestTokens {

    private static final SecretKey KEY =
            new SecretKeySpec(
                    "a key that only tests know, and no one else".getBytes(StandardCharsets.UTF_8),
                    "HmacSHA256");

    private TestTokens() {}

    /** {@code Bearer …} for an Authorization header. */
    public static String bearer(String subject, String... roles) {
        Instant now = Instant.now();
        JwtClaimsSet claims =
                JwtClaimsSet.builder()
                        .subject(subject)
                        .issuer("http://localhost:8080")
                        .issuedAt(now)
                        .expiresAt(now.plusSeconds(3_600))
                        .claim("roles", List.of(roles))
                        .build();
        NimbusJwtEncoder encoder = NimbusJwtEncoder.withSecretKey(KEY).build();
        JwsHeader header = JwsHeader.with(MacAlgorithm.HS256).build();
        return "Bearer "
                + encoder.encode(JwtEncoderParameters.from(header, claims)).getTokenValue();
    }

    /** To be imported by tests. */
    @TestConfiguration(proxyBeanMethods = false)
    public static class Config {

        @Bean
        JwtDecoder testJwtDecoder() {
            return NimbusJwtDecoder.withSecretKey(KEY).build();
        }
    }
}
