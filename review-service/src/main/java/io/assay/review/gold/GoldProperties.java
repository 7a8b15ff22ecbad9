package io.assay.review.gold;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code assay.review.gold.*}
 *
 * @param longestHold how long a verdict on gold is held while no delay of its project's consensus
 *     verdicts is known to imitate
 * @param releaseInterval how often due verdicts are told
 */
@ConfigurationProperties("assay.review.gold")
record GoldProperties(
        @DefaultValue("2m") Duration longestHold,
        @DefaultValue("250ms") Duration releaseInterval) {}
