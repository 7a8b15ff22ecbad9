package io.assay.gateway.stream;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Bounds of the stream of results.
 *
 * @param total streams open at once in this instance; each has a Kafka consumer of its own
 * @param perPrincipal of these, by one principal
 * @param heartbeat longest silence of a stream that follows
 */
@ConfigurationProperties("assay.gateway.streams")
record StreamProperties(
        @DefaultValue("64") int total,
        @DefaultValue("4") int perPrincipal,
        @DefaultValue("15s") Duration heartbeat) {}
