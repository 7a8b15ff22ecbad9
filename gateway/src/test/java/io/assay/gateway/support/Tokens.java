package io.assay.gateway.support;

import java.time.Instant;
import java.util.List;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;

/** Tokens that an encoder signs as told, right or wrong. */
public final class Tokens {

    private final JwtEncoder encoder;
    private final String issuer;

    public Tokens(JwtEncoder encoder, String issuer) {
        this.encoder = encoder;
        this.issuer = issuer;
    }

    /** Valid tokens of the shared gateway, without the cost of a sign-in. */
    public static Tokens shared() {
        return of(TestGateway.shared());
    }

    /** Valid tokens of this gateway. */
    public static Tokens of(TestGateway gateway) {
        return new Tokens(gateway.bean(JwtEncoder.class), "http://localhost:" + gateway.port());
    }

    public String of(String subject, String... roles) {
        return of(subject, Instant.now().plusSeconds(3600), roles);
    }

    public String of(String subject, Instant expiresAt, String... roles) {
        JwtClaimsSet claims =
                JwtClaimsSet.builder()
                        .issuer(issuer)
                        .subject(subject)
                        .issuedAt(expiresAt.minusSeconds(3600))
                        .expiresAt(expiresAt)
                        .claim("roles", List.of(roles))
                        .build();
        JwsHeader header = JwsHeader.with(SignatureAlgorithm.RS256).build();
        return encoder.encode(JwtEncoderParameters.from(header, claims)).getTokenValue();
    }
}
