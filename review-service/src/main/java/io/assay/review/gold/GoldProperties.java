package io.assay.review.gold;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code assay.review.gold.*}
 *
 * @param longestHold how long a verdict on gold is held while no delay of its project's consensus
 *     verdicts is known to imitate; long, as the only verdicts there are would be those on gold
 * @param releaseInterval how often due verdicts are published, on average
 */
@ConfigurationProperties("assay.review.gold")
record GoldProperties(
        @DefaultValue("1d") Duration longestHold,
        @DefaultValue("100ms") Duration releaseInterval) {}
