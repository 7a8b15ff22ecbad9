package io.assay.web;

import io.assay.messaging.DeadLetters;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.Ordered;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.MutableCoercionConfig;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/** The HTTP side of every service. */
@AutoConfiguration
@EnableConfigurationProperties({WebProperties.class, SecurityProperties.class})
@Import({ProblemAdvice.class, SecurityConfiguration.class})
class WebSupportAutoConfiguration {

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
        return new SignedPages(new PageCursors(new MongoCursorSecret(mongo)));
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

    /**
     * Requests say exactly what they mean: no unknown field, no silent conversion, no repeated key.
     */
    @Bean
    JsonMapperBuilderCustomizer strictJson() {
        return builder ->
                builder.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                        .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                        .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                        .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                        .withCoercionConfig(
                                LogicalType.Textual, WebSupportAutoConfiguration::textOnly)
                        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION);
    }

    private static void textOnly(MutableCoercionConfig text) {
        text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
    }

    @Bean
    ProblemWriter problemWriter(JsonMapper json) {
        return new ProblemWriter(json);
    }

    @Bean
    FilterRegistrationBean<BodyLimitFilter> bodyLimit(
            WebProperties properties, ProblemWriter problems) {
        var registration = new FilterRegistrationBean<>(new BodyLimitFilter(properties, problems));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 100);
        return registration;
    }

    /** Lazy: a service that links to no pictures needs no secret; one that does fails at start. */
    @Bean
    @Lazy
    SignedPictures signedPictures(
            @Value("${assay.pictures.signing-secret:}") String secret, Clock clock) {
        return new SignedPictures(secret, clock);
    }

    @Bean
    DeadLetterController deadLetterController(DeadLetters deadLetters) {
        return new DeadLetterController(deadLetters);
    }
}
