package io.assay.gateway.security;

import io.assay.gateway.GatewayProperties;
import io.assay.gateway.access.AccessTable;
import io.assay.gateway.access.Caller;
import io.assay.gateway.access.Rule;
import io.assay.gateway.client.ClientSecrets;
import io.assay.gateway.limit.InvalidTokenFilter;
import io.assay.gateway.limit.LoginLimits;
import io.assay.gateway.limit.RateLimitFilter;
import io.assay.gateway.revocation.Revocations;
import io.assay.gateway.session.EndedSessions;
import io.assay.gateway.session.ReturnCookie;
import io.assay.gateway.session.SessionTokenFilter;
import io.assay.gateway.session.Sessions;
import io.assay.gateway.session.SignedIn;
import io.assay.gateway.session.WebClient;
import io.assay.gateway.site.ClientPages;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.annotation.web.configurers.SessionManagementConfigurer;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2ClientAuthenticationConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.authorization.authentication.ClientSecretAuthenticationProvider;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.logout.HttpStatusReturningLogoutSuccessHandler;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.header.writers.ContentSecurityPolicyHeaderWriter;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Four chains: management, the authorization server, the API, and the few pages. Each refuses what
 * it does not name.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    /** All of the page is of here alone, and nothing stands in it. */
    private static final String CONTENT_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
                    + " font-src 'self'; img-src 'self' data: blob:; manifest-src 'self';"
                    + " worker-src 'self'; base-uri 'none'; frame-ancestors 'none'";

    /** The documentation page styles itself inline; scripts come from here alone. */
    private static final String DOCUMENTATION_POLICY =
            "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
                    + " object-src 'none'; base-uri 'none'; frame-ancestors 'none'";

    private static final RequestMatcher DOCUMENTATION =
            PathPatternRequestMatcher.withDefaults().matcher("/docs/**");

    private static final String[] PAGES = {
        "/health",
        "/login",
        "/signed-in",
        "/docs/**",
        "/webjars/swagger-ui/**",
        "/assets/**",
        "/oauth2/revocations",
        "/favicon.ico",
        "/error"
    };

    private final RateLimitFilter limits;
    private final SecurityProblems refusals;
    private final ReturnCookie returns;
    private final CsrfTokenRepository forms;

    SecurityConfiguration(
            RateLimitFilter limits,
            SecurityProblems refusals,
            ReturnCookie returns,
            CsrfTokenRepository forms) {
        this.limits = limits;
        this.refusals = refusals;
        this.returns = returns;
        this.forms = forms;
    }

    /** Each filter, and each check of a role, would be a span of its own, at the price of many. */
    @Bean
    SecurityObservationSettings securityObservations() {
        return SecurityObservationSettings.noObservations();
    }

    /** Health and metrics, on a port of their own that no client reaches. */
    @Bean
    @Order(0)
    SecurityFilterChain management(HttpSecurity http) {
        return http.securityMatcher(EndpointRequest.toAnyEndpoint())
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .sessionManagement(SecurityConfiguration::stateless)
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .build();
    }

    /** Does not match at all when another issuer is trusted. */
    @Bean
    @Order(1)
    SecurityFilterChain authorizationServer(
            HttpSecurity http, GatewayProperties properties, Revocations revocations) {
        return http.oauth2AuthorizationServer(
                        server -> {
                            http.securityMatcher(
                                    new AndRequestMatcher(
                                            request -> properties.embeddedIssuer(),
                                            server.getEndpointsMatcher()));
                            server.oidc(Customizer.withDefaults());
                            server.clientAuthentication(SecurityConfiguration::clientSecrets);
                        })
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .exceptionHandling(
                        failures ->
                                failures.defaultAuthenticationEntryPointFor(
                                        new LoginUrlAuthenticationEntryPoint("/login"),
                                        new MediaTypeRequestMatcher(MediaType.TEXT_HTML)))
                .requestCache(cache -> cache.requestCache(returns))
                .csrf(csrf -> csrf.csrfTokenRepository(forms))
                .headers(SecurityConfiguration::headers)
                .addFilterAfter(limits, CsrfFilter.class)
                .addFilterAfter(new EndedSessions(revocations), SecurityContextHolderFilter.class)
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain api(
            HttpSecurity http,
            GatewayProperties properties,
            SessionTokenFilter sessionTokens,
            InvalidTokenFilter invalidTokens) {
        TokenRoles roles = new TokenRoles(properties.rolesClaim());
        return http.securityMatcher("/v1/**")
                .authorizeHttpRequests(SecurityConfiguration::rules)
                .oauth2ResourceServer(
                        server ->
                                server.withObjectPostProcessor(failures(invalidTokens))
                                        .jwt(
                                                jwt ->
                                                        jwt.jwtAuthenticationConverter(
                                                                token ->
                                                                        authentication(
                                                                                token, roles)))
                                        .authenticationEntryPoint(refusals::unauthorized)
                                        .accessDeniedHandler(refusals::forbidden))
                .sessionManagement(SecurityConfiguration::stateless)
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .headers(SecurityConfiguration::headers)
                .addFilterBefore(invalidTokens, BearerTokenAuthenticationFilter.class)
                .addFilterBefore(sessionTokens, InvalidTokenFilter.class)
                .addFilterAfter(limits, BearerTokenAuthenticationFilter.class)
                .build();
    }

    private ObjectPostProcessor<BearerTokenAuthenticationFilter> failures(
            InvalidTokenFilter invalidTokens) {
        return new ObjectPostProcessor<>() {
            @Override
            public <F extends BearerTokenAuthenticationFilter> F postProcess(F filter) {
                filter.setAuthenticationFailureHandler(
                        (request, response, failure) -> {
                            if (!(failure instanceof AuthenticationServiceException)) {
                                invalidTokens.wrong(request);
                            }
                            refusals.notAuthenticated(request, response, failure);
                        });
                return filter;
            }
        };
    }

    @Bean
    @Order(3)
    SecurityFilterChain pages(
            HttpSecurity http, Sessions sessions, LoginLimits logins, Revocations revocations) {
        return http.authorizeHttpRequests(
                        requests ->
                                requests.dispatcherTypeMatchers(
                                                DispatcherType.FORWARD, DispatcherType.ERROR)
                                        .permitAll()
                                        .requestMatchers(PAGES)
                                        .permitAll()
                                        .requestMatchers(ClientPages.patterns())
                                        .permitAll()
                                        .anyRequest()
                                        .denyAll())
                .formLogin(
                        form ->
                                form.loginPage("/login")
                                        .successHandler(
                                                new SignedIn(sessions, returns, logins::succeeded))
                                        .failureHandler(this::wrongPassword)
                                        .permitAll())
                .logout(
                        logout ->
                                logout.logoutSuccessUrl("/")
                                        .defaultLogoutSuccessHandlerFor(
                                                new HttpStatusReturningLogoutSuccessHandler(
                                                        HttpStatus.NO_CONTENT),
                                                WebClient::asks))
                .exceptionHandling(
                        failures ->
                                failures.authenticationEntryPoint(
                                                (_, response, _) -> refusals.notFound(response))
                                        .accessDeniedHandler(refusals::noSuchPage))
                .requestCache(cache -> cache.requestCache(returns))
                .csrf(
                        csrf ->
                                csrf.csrfTokenRepository(forms)
                                        .ignoringRequestMatchers(WebClient::asks))
                .headers(SecurityConfiguration::headers)
                .addFilterAfter(limits, CsrfFilter.class)
                .addFilterAfter(new EndedSessions(revocations), SecurityContextHolderFilter.class)
                .build();
    }

    /** Without a session: whoever tries passwords is given no memory. */
    private void wrongPassword(
            HttpServletRequest request,
            HttpServletResponse response,
            AuthenticationException failure)
            throws IOException {
        if (WebClient.asks(request)) {
            refusals.notSignedIn(response);
        } else {
            response.sendRedirect("/login?error");
        }
    }

    private static void clientSecrets(OAuth2ClientAuthenticationConfigurer clients) {
        clients.authenticationProviders(
                providers ->
                        providers.stream()
                                .filter(ClientSecretAuthenticationProvider.class::isInstance)
                                .map(ClientSecretAuthenticationProvider.class::cast)
                                .forEach(by -> by.setPasswordEncoder(new ClientSecrets())));
    }

    private static AbstractAuthenticationToken authentication(Jwt token, TokenRoles roles) {
        List<GrantedAuthority> authorities =
                roles.of(token.getClaims()).stream()
                        .<GrantedAuthority>map(role -> new SimpleGrantedAuthority(role.authority()))
                        .toList();
        return new JwtAuthenticationToken(token, authorities, Caller.id(token.getSubject()));
    }

    private static void rules(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
                    requests) {
        for (Rule rule : AccessTable.rules()) {
            var matched = requests.requestMatchers(matchers(rule));
            switch (rule.who()) {
                case Rule.Who.Anyone() -> matched.permitAll();
                case Rule.Who.SignedIn() -> matched.authenticated();
                case Rule.Who.Having having -> matched.hasAnyAuthority(having.authorities());
            }
        }
        requests.anyRequest().denyAll();
    }

    private static PathPatternRequestMatcher[] matchers(Rule rule) {
        PathPatternRequestMatcher.Builder paths = PathPatternRequestMatcher.withDefaults();
        HttpMethod method = rule.method();
        if (method == null) {
            return new PathPatternRequestMatcher[] {paths.matcher(rule.pattern())};
        }
        PathPatternRequestMatcher matcher = paths.matcher(method, rule.pattern());
        return method.equals(HttpMethod.GET)
                ? new PathPatternRequestMatcher[] {
                    matcher, paths.matcher(HttpMethod.HEAD, rule.pattern())
                }
                : new PathPatternRequestMatcher[] {matcher};
    }

    private static void stateless(SessionManagementConfigurer<HttpSecurity> sessions) {
        sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS);
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.addHeaderWriter(
                        new DelegatingRequestMatcherHeaderWriter(
                                DOCUMENTATION,
                                new ContentSecurityPolicyHeaderWriter(DOCUMENTATION_POLICY)))
                .addHeaderWriter(
                        new DelegatingRequestMatcherHeaderWriter(
                                new NegatedRequestMatcher(DOCUMENTATION),
                                new ContentSecurityPolicyHeaderWriter(CONTENT_POLICY)))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(
                        policy -> policy.policy("camera=(), microphone=(), geolocation=()"));
    }
}
