package io.assay.events;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * The whole state of a worker; the newest sequence wins.
 *
 * @param tiers by skill, 1 to 5; a skill that is absent counts 1
 */
public record WorkerChanged(
        String workerId, WorkerStatus status, Map<String, Integer> tiers, Instant changedAt)
        implements Event {

    public WorkerChanged {
        tiers = Collections.unmodifiableMap(new TreeMap<>(tiers));
    }

    @Override
    public String key() {
        return workerId;
    }
}
