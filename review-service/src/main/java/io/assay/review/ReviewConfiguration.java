package io.assay.review;

import io.assay.review.skill.TierLadder;
import io.assay.review.verdict.VerdictMetrics;
import io.assay.truth.consensus.Tolerance;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** What all features share. */
@Configuration(proxyBeanMethods = false)
@Import(VerdictMetrics.class)
class ReviewConfiguration {

    @Bean
    Tolerance tolerance(ReviewProperties properties) {
        return properties.toleranceOrDefault();
    }

    @Bean
    TierLadder tierLadder(ReviewProperties properties) {
        return properties.tiersOrDefault();
    }
}
