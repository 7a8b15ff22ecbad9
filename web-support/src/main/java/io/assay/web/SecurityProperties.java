package io.assay.web;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code assay.security.*}: whose tokens are believed.
 *
 * @param issuer the {@code iss} that a token must have
 * @param jwkSetUri where the issuer's keys are
 * @param rolesClaim path of the claim that lists roles, such as {@code realm_access.roles}
 */
@ConfigurationProperties("assay.security")
record SecurityProperties(
        @DefaultValue("http://localhost:8080") String issuer,
        @DefaultValue("http://127.0.0.1:8080/oauth2/jwks") String jwkSetUri,
        @DefaultValue("roles") String rolesClaim) {}
