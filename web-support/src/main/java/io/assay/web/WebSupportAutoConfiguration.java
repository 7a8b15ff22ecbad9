package io.assay.web;

import io.swagger.v3.core.converter.ModelConverter;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.MutableCoercionConfig;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/** What requests may be, and how refusals look: in the services and in the gateway. */
@AutoConfiguration
@ConditionalOnWebApplication
@EnableConfigurationProperties(WebProperties.class)
@Import(ProblemAdvice.class)
class WebSupportAutoConfiguration {

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

    /** Who calls is told by the token, and the key by a header: neither is a parameter. */
    @Bean
    ModelConverter requiredProperties() {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class, IdempotencyKey.class);
        return new RequiredProperties();
    }

    @Bean
    OpenApiCustomizer answerSchemas() {
        return new AnswerSchemas();
    }

    @Bean
    ProblemWriter problemWriter(JsonMapper json) {
        return new ProblemWriter(json);
    }

    @Bean
    @ConditionalOnMissingBean
    BodyLimits bodyLimits(WebProperties properties) {
        return properties::maxBytes;
    }

    @Bean
    FilterRegistrationBean<BodyLimitFilter> bodyLimit(BodyLimits limits, ProblemWriter problems) {
        var registration = new FilterRegistrationBean<>(new BodyLimitFilter(limits, problems));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 100);
        return registration;
    }
}
