package io.assay.gateway.session;

import io.assay.gateway.GatewayProperties;
import io.assay.web.RevokedTokens;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.stereotype.Component;

/**
 * Access tokens for what a signed-in browser asks of the API. They are made here and never leave
 * the inside: the browser holds a session's cookie alone, which no script reads.
 */
@Component
class SessionTokens {

    private static final String TOKEN = "assay.token";
    private static final String ROLE = "ROLE_";
    private static final Duration LIFE = Duration.ofMinutes(10);

    /** Long enough for any request. */
    private static final Duration LEFT = Duration.ofMinutes(5);

    private record Held(String value, Instant expiresAt) {}

    private final JwtEncoder encoder;
    private final String issuer;
    private final Clock clock;

    SessionTokens(JwtEncoder encoder, GatewayProperties properties, Clock clock) {
        this.encoder = encoder;
        this.issuer = properties.publicUrl();
        this.clock = clock;
    }

    /** One that is good for a while; the same as before as long as it is. */
    String of(HttpSession session, Authentication person) {
        Instant now = clock.instant();
        if (session.getAttribute(TOKEN) instanceof Held held
                && now.plus(LEFT).isBefore(held.expiresAt())) {
            return held.value();
        }
        Held made = make(person, now);
        session.setAttribute(TOKEN, made);
        return made.value();
    }

    private Held make(Authentication person, Instant now) {
        Instant expiresAt = now.plus(LIFE);
        JwtClaimsSet claims =
                JwtClaimsSet.builder()
                        .issuer(issuer)
                        .subject(person.getName())
                        .audience(List.of("assay-web"))
                        .issuedAt(now)
                        .notBefore(now)
                        .expiresAt(expiresAt)
                        .claim("roles", roles(person))
                        .claim(RevokedTokens.ISSUED_AT_MS, now.toEpochMilli())
                        .build();
        return new Held(
                encoder.encode(JwtEncoderParameters.from(claims)).getTokenValue(), expiresAt);
    }

    private static List<String> roles(Authentication person) {
        return person.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .filter(Objects::nonNull)
                .filter(authority -> authority.startsWith(ROLE))
                .map(authority -> authority.substring(ROLE.length()).toLowerCase(Locale.ROOT))
                .sorted()
                .toList();
    }
}
