package io.assay.gateway.token;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import io.assay.gateway.GatewayProperties;
import io.assay.web.RememberingJwtDecoder;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;

/**
 * How tokens are made and verified. Which issuer is trusted is asked at run time, not by
 * conditions, so that a build with ahead-of-time processing can still be told another.
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
    JwtDecoder jwtDecoder(
            JWKSource<SecurityContext> keys, GatewayProperties properties, Clock clock) {
        return new RememberingJwtDecoder(verifier(keys, properties), clock);
    }

    private static JwtDecoder verifier(
            JWKSource<SecurityContext> keys, GatewayProperties properties) {
        String issuer = properties.trustedIssuer();
        if (!properties.embeddedIssuer()) {
            return new SupplierJwtDecoder(
                    () -> NimbusJwtDecoder.withIssuerLocation(issuer).build());
        }
        NimbusJwtDecoder decoder =
                (NimbusJwtDecoder) OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
        decoder.setJwtValidator(JwtValidators.createDefaultWithIssuer(issuer));
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
