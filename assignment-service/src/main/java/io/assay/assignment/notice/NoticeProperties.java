package io.assay.assignment.notice;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code assay.notices.*}
 *
 * @param total streams open at once in this instance
 * @param perWorker of these, by one worker
 * @param interval how often it is looked whether there is work
 * @param heartbeat longest silence of a stream
 */
@ConfigurationProperties("assay.notices")
record NoticeProperties(
        @DefaultValue("5000") int total,
        @DefaultValue("5") int perWorker,
        @DefaultValue("3s") Duration interval,
        @DefaultValue("10s") Duration heartbeat) {}
