package io.assay.web;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.DispatcherType;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;

/**
 * Deny by default: all but health, metrics and the API's description needs a token of the issuer;
 * what a role may do, each controller method says.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
@EnableMethodSecurity
class SecurityConfiguration {

    private static final String[] OPEN = {
        "/actuator/health/**", "/actuator/prometheus", "/v3/api-docs/**", "/error"
    };

    /** Each filter, and each check of a role, would be a span of its own, at the price of many. */
    @Bean
    SecurityObservationSettings securityObservations() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    @ConditionalOnMissingBean(JwtDecoder.class)
    @ConditionalOnProperty(name = "assay.web.security.enabled", matchIfMissing = true)
    ServiceTokens jwtDecoder(SecurityProperties properties, Clock clock, MeterRegistry meters) {
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSetUri(properties.jwkSetUri()).build();
        decoder.setJwtValidator(TokenChecks.of(properties.issuer(), properties.audience()));
        RevocationFeed revoked =
                new RevocationFeed(
                        properties.revocationsUri(), properties.revocationsEvery(), clock, meters);
        return new ServiceTokens(new CachingJwtDecoder(decoder, clock), revoked);
    }

    @Bean
    @ConditionalOnProperty(name = "assay.web.security.enabled", matchIfMissing = true)
    SecurityFilterChain serviceSecurity(
            HttpSecurity http,
            WebProperties web,
            SecurityProperties security,
            ProblemWriter problems) {
        return http.csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(
                        requests ->
                                requests.dispatcherTypeMatchers(
                                                DispatcherType.ASYNC, DispatcherType.ERROR)
                                        .permitAll()
                                        .requestMatchers(OPEN)
                                        .permitAll()
                                        .requestMatchers(
                                                HttpMethod.GET,
                                                web.publicPaths().toArray(String[]::new))
                                        .permitAll()
                                        .requestMatchers("/v1/**")
                                        .authenticated()
                                        .anyRequest()
                                        .denyAll())
                .oauth2ResourceServer(
                        server ->
                                server.withObjectPostProcessor(failures(problems))
                                        .authenticationEntryPoint(unauthenticated(problems))
                                        .accessDeniedHandler(denied(problems))
                                        .jwt(
                                                jwt ->
                                                        jwt.jwtAuthenticationConverter(
                                                                token ->
                                                                        authenticate(
                                                                                token, security))))
                .exceptionHandling(
                        errors ->
                                errors.authenticationEntryPoint(unauthenticated(problems))
                                        .accessDeniedHandler(denied(problems)))
                .build();
    }

    /** That the issuer's keys cannot be had is not the caller's fault, and passes. */
    private static ObjectPostProcessor<BearerTokenAuthenticationFilter> failures(
            ProblemWriter problems) {
        AuthenticationEntryPoint refusal = unauthenticated(problems);
        return new ObjectPostProcessor<>() {
            @Override
            public <F extends BearerTokenAuthenticationFilter> F postProcess(F filter) {
                filter.setAuthenticationFailureHandler(
                        (request, response, failure) -> {
                            if (failure instanceof AuthenticationServiceException) {
                                problems.write(
                                        response,
                                        Problem.unavailable(
                                                "The token cannot be checked at the moment: try"
                                                        + " again."));
                            } else {
                                refusal.commence(request, response, failure);
                            }
                        });
                return filter;
            }
        };
    }

    private static AbstractAuthenticationToken authenticate(
            Jwt token, SecurityProperties security) {
        Caller caller = Caller.of(token, security.rolesClaim());
        List<GrantedAuthority> authorities =
                caller.roles().stream()
                        .<GrantedAuthority>map(
                                role ->
                                        new SimpleGrantedAuthority(
                                                "ROLE_" + role.toUpperCase(Locale.ROOT)))
                        .toList();
        return new JwtAuthenticationToken(token, authorities, caller.id());
    }

    private static AuthenticationEntryPoint unauthenticated(ProblemWriter problems) {
        return (request, response, failure) -> {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            problems.write(
                    response,
                    Problem.of(
                            HttpStatus.UNAUTHORIZED,
                            "unauthenticated",
                            "A valid bearer token is needed."));
        };
    }

    private static AccessDeniedHandler denied(ProblemWriter problems) {
        return (request, response, failure) ->
                problems.write(
                        response,
                        Problem.of(
                                HttpStatus.FORBIDDEN,
                                "forbidden",
                                "Your role does not allow this."));
    }
}
