package io.assay.web;

import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtValidators;

/** What a token's claims must say. */
public final class TokenChecks {

    private TokenChecks() {}

    /**
     * Time, issuer, and for whom it was issued.
     *
     * @param audience one of the token's {@code aud}; blank to take any, which is right only for an
     *     issuer whose tokens are all meant for us
     */
    public static OAuth2TokenValidator<Jwt> of(String issuer, @Nullable String audience) {
        OAuth2TokenValidator<Jwt> usual = JwtValidators.createDefaultWithIssuer(issuer);
        if (audience == null || audience.isBlank()) {
            return usual;
        }
        return new DelegatingOAuth2TokenValidator<>(
                usual,
                new JwtClaimValidator<Object>(
                        "aud",
                        named -> named instanceof Collection<?> all && all.contains(audience)));
    }
}
