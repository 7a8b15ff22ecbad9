package io.assay.web;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code assay.security.*}: whose tokens are believed.
 *
 * @param issuer the {@code iss} that a token must have
 * @param jwkSetUri where the issuer's keys are
 * @param audience one of the {@code aud} that a token must have; blank takes any, as is right for
 *     the gateway's own tokens alone
 * @param revocationsUri where the gateway lists revoked tokens, whoever issued them
 * @param revocationsEvery how often it is asked
 * @param rolesClaim path of the claim that lists roles, such as {@code realm_access.roles}
 */
@ConfigurationProperties("assay.security")
record SecurityProperties(
        @DefaultValue("http://localhost:8080") String issuer,
        @DefaultValue("http://127.0.0.1:8080/oauth2/jwks") String jwkSetUri,
        @Nullable String audience,
        @DefaultValue("http://127.0.0.1:8080/oauth2/revocations") URI revocationsUri,
        @DefaultValue("20s") Duration revocationsEvery,
        @DefaultValue("roles") String rolesClaim) {}
