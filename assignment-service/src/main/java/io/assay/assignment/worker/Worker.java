package io.assay.assignment.worker;

import io.assay.events.WorkerStatus;
import java.time.Instant;
import java.util.Map;

/**
 * A person who labels.
 *
 * @param tiers by skill, 1 to 5
 * @param tierSequence of the newest tiers heard of; older ones are refused
 */
public record Worker(
        WorkerStatus status,
        Map<String, Integer> tiers,
        long tierSequence,
        Instant appliedAt,
        Instant changedAt) {

    /** Every active worker has tier 1 in every skill. */
    private static final int LOWEST_TIER = 1;

    public Worker {
        tiers = Map.copyOf(tiers);
    }

    public int tier(String skill) {
        return tiers.getOrDefault(skill, LOWEST_TIER);
    }

    public boolean active() {
        return status == WorkerStatus.ACTIVE;
    }
}
