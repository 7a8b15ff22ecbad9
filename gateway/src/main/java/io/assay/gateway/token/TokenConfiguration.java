package io.assay.gateway.token;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import io.assay.gateway.GatewayProperties;
import io.assay.gateway.revocation.Revocations;
import io.assay.web.CachingJwtDecoder;
import io.assay.web.RevocableJwtDecoder;
import io.assay.web.TokenChecks;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;

/**
 * How tokens are made and verified. Which issuer is trusted is asked at run time, not by
 * conditions, so that a build with ahead-of-time processing can still be given another.
 */
@Configuration(proxyBeanMethods = false)
class TokenConfiguration {

    @Bean
    AuthorizationServerSettings authorizationServerSettings(GatewayProperties properties) {
        return AuthorizationServerSettings.builder().issuer(properties.publicUrl()).build();
    }

    @Bean
    JwtEncoder jwtEncoder(JWKSource<SecurityContext> keys) {
        NimbusJwtEncoder encoder = new NimbusJwtEncoder(keys);
        encoder.setJwkSelector(List::getFirst);
        return encoder;
    }

    @Bean
    RevocableJwtDecoder jwtDecoder(
            JWKSource<SecurityContext> keys,
            GatewayProperties properties,
            Revocations revocations,
            Clock clock) {
        CachingJwtDecoder genuine = new CachingJwtDecoder(verifier(keys, properties), clock);
        return new RevocableJwtDecoder(genuine, revocations::current);
    }

    private static JwtDecoder verifier(
            JWKSource<SecurityContext> keys, GatewayProperties properties) {
        String issuer = properties.trustedIssuer();
        if (!properties.embeddedIssuer()) {
            return new SupplierJwtDecoder(
                    () -> checked(another(issuer), issuer, properties.audience()));
        }
        // whatever this issuer signs is meant for Assay
        return checked(
                (NimbusJwtDecoder) OAuth2AuthorizationServerConfiguration.jwtDecoder(keys),
                issuer,
                null);
    }

    private static NimbusJwtDecoder another(String issuer) {
        return NimbusJwtDecoder.withIssuerLocation(issuer).build();
    }

    private static NimbusJwtDecoder checked(
            NimbusJwtDecoder decoder, String issuer, @Nullable String audience) {
        decoder.setJwtValidator(TokenChecks.of(issuer, audience));
        return decoder;
    }

    /**
     * bcrypt at strength 10: some 70 ms of one core, which the limits on sign-in keep in bounds.
     */
    @Bean
    PasswordEncoder passwordEncoder() {
        return new DelegatingPasswordEncoder(
                "bcrypt", Map.of("bcrypt", new BCryptPasswordEncoder()));
    }
}
