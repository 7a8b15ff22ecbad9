package io.assay.gateway.stream;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Bounds of the streams.
 *
 * @param total streams of results open at once in this instance; each has a Kafka consumer of its
 *     own
 * @param perPrincipal of these, by one principal
 * @param heartbeat longest silence of a stream that follows
 * @param patience how long writing to a client may have waited before its pace is judged
 * @param leastPerSecond bytes a second that a client has to take meanwhile; slower ones are ended
 * @param workTotal streams that tell of work open at once in this instance
 * @param workPerPrincipal of these, by one worker
 */
@ConfigurationProperties("assay.gateway.streams")
record StreamProperties(
        @DefaultValue("64") int total,
        @DefaultValue("4") int perPrincipal,
        @DefaultValue("15s") Duration heartbeat,
        @DefaultValue("30s") Duration patience,
        @DefaultValue("4096") long leastPerSecond,
        @DefaultValue("5000") int workTotal,
        @DefaultValue("4") int workPerPrincipal) {}
