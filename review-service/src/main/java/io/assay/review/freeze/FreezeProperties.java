package io.assay.review.freeze;

import io.assay.review.rejection.RejectionRule;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code assay.review.freeze.*}
 *
 * @param alarm when rejections are too many
 * @param sweepInterval how often it is looked whether a crash has left held verdicts
 */
@ConfigurationProperties("assay.review.freeze")
record FreezeProperties(
        @Nullable RejectionRule alarm, @DefaultValue("30s") Duration sweepInterval) {

    RejectionRule rule() {
        return alarm == null ? RejectionRule.DEFAULT : alarm;
    }
}
