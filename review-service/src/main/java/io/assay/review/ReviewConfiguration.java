package io.assay.review;

import io.assay.review.skill.TierLadder;
import io.assay.review.verdict.VerdictMetrics;
import io.assay.truth.consensus.Tolerance;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What all features share. */
@Configuration(proxyBeanMethods = false)
class ReviewConfiguration {

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
