package io.assay.assignment.worker;

import io.assay.events.SkillStanding;
import io.assay.events.WorkerChanged;
import io.assay.events.WorkerStatus;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** What may happen to a worker. Returning the same state means that nothing changed. */
final class WorkerDecider {

    private WorkerDecider() {}

    static Worker apply(boolean autoActivate, Instant now) {
        WorkerStatus status = autoActivate ? WorkerStatus.ACTIVE : WorkerStatus.APPLIED;
        return new Worker(status, Map.of(), 0, now, now);
    }

    static Worker move(Worker worker, WorkerStatus to, Instant now) {
        return worker.status() == to
                ? worker
                : new Worker(
                        to,
                        worker.tiers(),
                        worker.goldNeeds(),
                        worker.tierSequence(),
                        worker.appliedAt(),
                        now);
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
        return new Worker(
                worker.status(), tiers, goldNeeds(skills), sequence, worker.appliedAt(), now);
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

    static WorkerChanged changed(String workerId, Worker worker) {
        return new WorkerChanged(workerId, worker.status(), worker.tiers(), worker.changedAt());
    }
}
