package io.assay.gateway.limit;

import io.assay.web.ProblemWriter;
import io.assay.web.RevocableJwtDecoder;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.Filter;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes the filter, which the security chains place after authentication. */
@Configuration(proxyBeanMethods = false)
class LimitConfiguration {

    @Bean
    RateLimitFilter rateLimitFilter(
            RateLimits limits, LoginLimits logins, ProblemWriter problems, MeterRegistry metrics) {
        return new RateLimitFilter(limits, logins, problems, metrics);
    }

    @Bean
    InvalidTokenFilter invalidTokenFilter(
            RateLimits limits, RateLimitFilter refusals, RevocableJwtDecoder decoder) {
        return new InvalidTokenFilter(limits, refusals, decoder);
    }

    /** Keeps the servlet container from applying it a second time. */
    @Bean
    FilterRegistrationBean<Filter> rateLimitFilterOnlyInSecurityChains(RateLimitFilter filter) {
        FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(filter);
        registration.setEnabled(false);
        return registration;
    }

    @Bean
    FilterRegistrationBean<Filter> invalidTokenFilterOnlyInSecurityChains(
            InvalidTokenFilter filter) {
        FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(filter);
        registration.setEnabled(false);
        return registration;
    }
}
