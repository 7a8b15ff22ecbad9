package io.assay.assignment.worker;

import io.assay.events.RequesterStanding;
import io.assay.events.SkillStanding;
import io.assay.events.WorkerChanged;
import io.assay.events.WorkerStatus;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** What may happen to a worker. Returning the same state means that nothing changed. */
final class WorkerDecider {

    /** Whoever works on more projects has to read the one again that they read longest ago. */
    static final int MAX_PROJECTS = 500;

    private WorkerDecider() {}

    static Worker apply(boolean autoActivate, Instant now) {
        WorkerStatus status = autoActivate ? WorkerStatus.ACTIVE : WorkerStatus.APPLIED;
        return new Worker(status, Map.of(), Map.of(), 0, Map.of(), Map.of(), now, now);
    }

    static Worker move(Worker worker, WorkerStatus to, Instant now) {
        return worker.status() == to ? worker : worker.with(to, now);
    }

    /** Takes over whole tiers unless newer ones are known. */
    static Worker tiers(
            Worker worker, Map<String, SkillStanding> skills, long sequence, Instant now) {
        if (sequence <= worker.tierSequence()) {
            return worker;
        }
        Map<String, Integer> tiers =
                skills.entrySet().stream()
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        Map.Entry::getKey, e -> e.getValue().tier()));
        return worker.with(tiers, goldNeeds(skills), withRequesters(skills), sequence, now);
    }

    private static Map<String, Double> goldNeeds(Map<String, SkillStanding> skills) {
        Map<String, Double> needs = new HashMap<>();
        skills.forEach(
                (skill, standing) -> {
                    Double need = standing.goldNeed();
                    if (need != null) {
                        needs.put(skill, need);
                    }
                });
        return needs;
    }

    private static Map<String, Map<String, RequesterStanding>> withRequesters(
            Map<String, SkillStanding> skills) {
        Map<String, Map<String, RequesterStanding>> with = new HashMap<>();
        skills.forEach(
                (skill, standing) -> {
                    if (standing.requesters() != null) {
                        with.put(skill, standing.requesters());
                    }
                });
        return with;
    }

    /** What was read once is not unread: an older version changes nothing. */
    static Worker acknowledge(Worker worker, String projectId, int version) {
        if (worker.acknowledgedVersion(projectId) >= version) {
            return worker;
        }
        return worker.withAcknowledged(with(worker.acknowledged(), projectId, version));
    }

    /** A test passed under an older version changes nothing. */
    static Worker qualify(Worker worker, String projectId, int version) {
        return worker.passedVersion(projectId) >= version
                ? worker
                : worker.withQualified(with(worker.qualified(), projectId, version));
    }

    private static Map<String, Integer> with(
            Map<String, Integer> versions, String projectId, int version) {
        LinkedHashMap<String, Integer> next = new LinkedHashMap<>(versions);
        next.putLast(projectId, version);
        while (next.size() > MAX_PROJECTS) {
            next.pollFirstEntry();
        }
        return next;
    }

    static WorkerChanged changed(String workerId, Worker worker) {
        return new WorkerChanged(workerId, worker.status(), worker.tiers(), worker.changedAt());
    }
}
