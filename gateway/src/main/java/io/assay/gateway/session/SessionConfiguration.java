package io.assay.gateway.session;

import io.assay.gateway.GatewayProperties;
import io.assay.gateway.revocation.Revocations;
import jakarta.servlet.Filter;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.session.SessionRegistry;
import org.springframework.security.core.session.SessionRegistryImpl;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.session.HttpSessionEventPublisher;

/** Forms and sessions without memory for strangers. */
@Configuration(proxyBeanMethods = false)
class SessionConfiguration {

    /** In a cookie, as a form is shown to everybody: a session each would be memory for anybody. */
    @Bean
    CsrfTokenRepository csrfTokens(GatewayProperties properties) {
        CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName("ASSAY_FORM");
        tokens.setCookiePath("/");
        tokens.setCookieCustomizer(
                cookie -> {
                    cookie.httpOnly(true).sameSite("Lax");
                    if (properties.publicUrl().startsWith("https:")) {
                        cookie.secure(true);
                    }
                });
        return tokens;
    }

    /** Of the authorization server, which notes each session that gave a code. */
    @Bean
    SessionRegistry sessionRegistry() {
        return new SessionRegistryImpl();
    }

    /** Tells the registry of sessions that ended, or it would keep them for good. */
    @Bean
    HttpSessionEventPublisher sessionEvents() {
        return new HttpSessionEventPublisher();
    }

    @Bean
    SessionTokenFilter sessionTokenFilter(
            SessionTokens tokens, Revocations revocations, GatewayProperties properties) {
        return new SessionTokenFilter(tokens, revocations, properties);
    }

    /** Keeps the servlet container from applying it a second time. */
    @Bean
    FilterRegistrationBean<Filter> sessionTokensOnlyInSecurityChains(SessionTokenFilter filter) {
        FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(filter);
        registration.setEnabled(false);
        return registration;
    }
}
