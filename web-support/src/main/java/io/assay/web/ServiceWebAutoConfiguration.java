package io.assay.web;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.Ordered;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The HTTP side of every service behind the gateway: who calls, pages, links to pictures. */
@AutoConfiguration
@ConditionalOnWebApplication
@EnableConfigurationProperties(SecurityProperties.class)
@Import(SecurityConfiguration.class)
class ServiceWebAutoConfiguration {

    @Bean
    WebMvcConfigurer argumentResolvers(SecurityProperties security, SignedPages pages) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry interceptors) {
                interceptors.addInterceptor(pages);
            }

            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new ArgumentResolvers.CallerResolver(security.rolesClaim()));
                resolvers.add(new ArgumentResolvers.IdempotencyKeyResolver());
            }
        };
    }

    @Bean
    SignedPages signedPages(ObjectProvider<MongoTemplate> mongo) {
        return new SignedPages(new PageCursors(new MongoSecret(mongo, "cursors")));
    }

    /** Before security, which wraps requests too. */
    @Bean
    FilterRegistrationBean<Filter> plainCursors() {
        Filter filter =
                (request, response, chain) ->
                        chain.doFilter(
                                request instanceof HttpServletRequest http
                                                && mayHaveCursor(http.getQueryString())
                                        ? new SignedPages.Plain(http)
                                        : request,
                                response);
        var registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 101);
        return registration;
    }

    /** However it is spelled: %-encoded letters have a percent sign. */
    private static boolean mayHaveCursor(@Nullable String query) {
        return query != null && (query.contains(SignedPages.CURSOR) || query.contains("%"));
    }

    /** Lazy: a service that links to no pictures needs no secret; one that does fails at start. */
    @Bean
    @Lazy
    SignedPictures signedPictures(
            @Value("${assay.pictures.signing-secret:}") String secret, Clock clock) {
        return new SignedPictures(secret, clock);
    }
}
