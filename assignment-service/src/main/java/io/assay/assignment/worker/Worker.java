package io.assay.assignment.worker;

import io.assay.events.WorkerStatus;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A person who labels.
 *
 * @param tiers by skill, 1 to 5
 * @param goldNeeds by skill how much gold the worker needs, 0 to 1; 1 where review has not told
 * @param tierSequence of the newest tiers heard of; older ones are refused
 */
public record Worker(
        WorkerStatus status,
        Map<String, Integer> tiers,
        Map<String, Double> goldNeeds,
        long tierSequence,
        Instant appliedAt,
        Instant changedAt) {

    /** Every active worker has tier 1 in every skill. */
    private static final int LOWEST_TIER = 1;

    private static final double UNKNOWN = 1;

    public Worker {
        tiers = Map.copyOf(tiers);
        goldNeeds = orNone(goldNeeds);
    }

    public Worker(
            WorkerStatus status,
            Map<String, Integer> tiers,
            long tierSequence,
            Instant appliedAt,
            Instant changedAt) {
        this(status, tiers, Map.of(), tierSequence, appliedAt, changedAt);
    }

    /** Documents from before it was told have none. */
    private static Map<String, Double> orNone(@Nullable Map<String, Double> needs) {
        return needs == null ? Map.of() : Map.copyOf(needs);
    }

    public int tier(String skill) {
        return tiers.getOrDefault(skill, LOWEST_TIER);
    }

    /** How much gold the worker needs in that skill, from 0 to 1 for one who is not known. */
    public double goldNeed(String skill) {
        return goldNeeds.getOrDefault(skill, UNKNOWN);
    }

    public boolean active() {
        return status == WorkerStatus.ACTIVE;
    }
}
