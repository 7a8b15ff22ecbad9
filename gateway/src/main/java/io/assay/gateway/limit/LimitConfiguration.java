package io.assay.gateway.limit;

import io.assay.gateway.web.Problems;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.Filter;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes the filter, which the security chains place after authentication. */
@Configuration(proxyBeanMethods = false)
class LimitConfiguration {

    @Bean
    RateLimitFilter rateLimitFilter(RateLimits limits, Problems problems, MeterRegistry metrics) {
        return new RateLimitFilter(limits, problems, metrics);
    }

    /** Keeps the servlet container from applying it a second time. */
    @Bean
    FilterRegistrationBean<Filter> rateLimitFilterOnlyInSecurityChains(RateLimitFilter filter) {
        FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(filter);
        registration.setEnabled(false);
        return registration;
    }
}
