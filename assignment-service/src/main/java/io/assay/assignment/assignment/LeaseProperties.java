package io.assay.assignment.assignment;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code assay.leases.*}
 *
 * @param batchesHeld most that one worker may hold of a project, in its batch sizes
 * @param held most that one worker may hold over all projects
 * @param remembered how long a keyed request is recognised
 */
@ConfigurationProperties("assay.leases")
record LeaseProperties(
        @DefaultValue("2") int batchesHeld,
        @DefaultValue("100") int held,
        @DefaultValue("1d") Duration remembered) {}
