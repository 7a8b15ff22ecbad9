package io.assay.review;

import io.assay.review.consensus.Tolerance;
import io.assay.review.skill.TierLadder;
import io.assay.review.verdict.VerdictMetrics;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What all features share. */
@Configuration(proxyBeanMethods = false)
class ReviewConfiguration {

    /** In milliseconds, as documents keep instants: what is answered first and later is equal. */
    @Bean
    Clock clock() {
        return Clock.tickMillis(ZoneOffset.UTC);
    }

    @Bean
    Tolerance tolerance(ReviewProperties properties) {
        return properties.toleranceOrDefault();
    }

    @Bean
    TierLadder tierLadder(ReviewProperties properties) {
        return properties.tiersOrDefault();
    }

    @Bean
    VerdictMetrics verdictMetrics(MeterRegistry meters) {
        return new VerdictMetrics(meters);
    }
}
