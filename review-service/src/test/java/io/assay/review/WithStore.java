package io.assay.review;

import io.assay.messaging.InMemoryStore;
import io.assay.web.TestTokens;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.AliasFor;

/**
 * Controllers, and behind them the service as it is wired, on an imitation of the document store.
 * There is no broker.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@WebMvcTest(
        includeFilters =
                @ComponentScan.Filter(
                        type = FilterType.REGEX,
                        pattern =
                                "io\\.assay\\.review\\.([a-z]+\\.)*(Mongo\\w+|\\w+(Configuration|Properties))"),
        properties = "assay.pictures.signing-secret=a secret that only tests know")
@Import({TestTokens.Config.class, InMemoryStore.class, WithStore.Meters.class})
public @interface WithStore {

    /** Controllers under test. */
    @AliasFor(annotation = WebMvcTest.class, attribute = "controllers")
    Class<?>[] value();

    /** What the service counts in. */
    @TestConfiguration(proxyBeanMethods = false)
    class Meters {

        @Bean
        MeterRegistry meters() {
            return new SimpleMeterRegistry();
        }
    }
}
