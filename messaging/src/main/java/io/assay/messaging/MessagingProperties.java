package io.assay.messaging;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code assay.kafka.*}
 *
 * @param createTopics whether this service creates what topics are missing; off where operations
 *     own them
 * @param partitions of each topic created; the same for all topics that are keyed by task
 * @param replication of each topic created
 */
@ConfigurationProperties("assay.kafka")
record MessagingProperties(
        @DefaultValue("true") boolean createTopics,
        @DefaultValue("12") int partitions,
        @DefaultValue("1") short replication) {}
