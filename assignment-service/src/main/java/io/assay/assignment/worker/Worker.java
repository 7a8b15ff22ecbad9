package io.assay.assignment.worker;

import io.assay.events.Guideline;
import io.assay.events.RequesterStanding;
import io.assay.events.WorkerStatus;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A person who labels.
 *
 * @param tiers by skill, 1 to 5
 * @param goldNeeds by skill how much gold the worker needs, 0 to 1; 1 where review has not said
 * @param withRequesters by skill and requester, in whose projects the worker stands elsewhere
 * @param tierSequence of the newest tiers received; older ones are refused
 * @param acknowledged by project the version of its guideline that the worker said to have read,
 *     the newest last
 * @param qualified by project the version of its guideline under which the worker passed its test,
 *     the newest last
 */
public record Worker(
        WorkerStatus status,
        Map<String, Integer> tiers,
        Map<String, Double> goldNeeds,
        Map<String, Map<String, RequesterStanding>> withRequesters,
        long tierSequence,
        Map<String, Integer> acknowledged,
        Map<String, Integer> qualified,
        Instant appliedAt,
        Instant changedAt) {

    /** Every active worker has tier 1 in every skill. */
    private static final int LOWEST_TIER = 1;

    private static final double UNKNOWN = 1;
    private static final int NONE = 0;

    public Worker {
        tiers = Map.copyOf(tiers);
        goldNeeds = Map.copyOf(goldNeeds);
        withRequesters = Map.copyOf(withRequesters);
        acknowledged = inOrder(acknowledged);
        qualified = inOrder(qualified);
    }

    /** The same standing with all requesters. */
    public Worker(
            WorkerStatus status,
            Map<String, Integer> tiers,
            Map<String, Double> goldNeeds,
            long tierSequence,
            Map<String, Integer> acknowledged,
            Map<String, Integer> qualified,
            Instant appliedAt,
            Instant changedAt) {
        this(
                status,
                tiers,
                goldNeeds,
                Map.of(),
                tierSequence,
                acknowledged,
                qualified,
                appliedAt,
                changedAt);
    }

    private static Map<String, Integer> inOrder(Map<String, Integer> versions) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(versions));
    }

    /** In the projects of this requester. */
    public int tier(String skill, String requesterId) {
        RequesterStanding with = with(skill, requesterId);
        return with == null ? tiers.getOrDefault(skill, LOWEST_TIER) : with.tier();
    }

    /**
     * How much gold the worker needs in that skill in the projects of this requester, from 0 to 1
     * for one who is not known.
     */
    public double goldNeed(String skill, String requesterId) {
        RequesterStanding with = with(skill, requesterId);
        return with == null ? goldNeeds.getOrDefault(skill, UNKNOWN) : with.goldNeed();
    }

    private @Nullable RequesterStanding with(String skill, String requesterId) {
        return withRequesters.getOrDefault(skill, Map.of()).get(requesterId);
    }

    public boolean active() {
        return status == WorkerStatus.ACTIVE;
    }

    /** The version of the project's guideline that the worker acknowledged; 0 if none. */
    public int acknowledgedVersion(String projectId) {
        return acknowledged.getOrDefault(projectId, NONE);
    }

    /** The version of the guideline under which the worker passed the project's test; 0 if none. */
    public int passedVersion(String projectId) {
        return qualified.getOrDefault(projectId, NONE);
    }

    /** Whether the worker acknowledged the last version that changed what is asked. */
    public boolean hasAcknowledged(String projectId, Guideline guideline) {
        return acknowledgedVersion(projectId) >= guideline.required();
    }

    Worker with(WorkerStatus next, Instant now) {
        return new Worker(
                next,
                tiers,
                goldNeeds,
                withRequesters,
                tierSequence,
                acknowledged,
                qualified,
                appliedAt,
                now);
    }

    Worker with(
            Map<String, Integer> next,
            Map<String, Double> needs,
            Map<String, Map<String, RequesterStanding>> requesters,
            long sequence,
            Instant now) {
        return new Worker(
                status, next, needs, requesters, sequence, acknowledged, qualified, appliedAt, now);
    }

    Worker withAcknowledged(Map<String, Integer> guidelines) {
        return new Worker(
                status,
                tiers,
                goldNeeds,
                withRequesters,
                tierSequence,
                guidelines,
                qualified,
                appliedAt,
                changedAt);
    }

    Worker withQualified(Map<String, Integer> projects) {
        return new Worker(
                status,
                tiers,
                goldNeeds,
                withRequesters,
                tierSequence,
                acknowledged,
                projects,
                appliedAt,
                changedAt);
    }
}
