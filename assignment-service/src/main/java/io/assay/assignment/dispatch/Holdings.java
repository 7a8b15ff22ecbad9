package io.assay.assignment.dispatch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.IntPredicate;

/** The live leases by worker, and when each runs out. Leases of closed tasks are among them. */
final class Holdings {

    private record Lease(String projectId, int partition) {}

    private record Timer(Instant at, Due due) {}

    private final Map<String, Map<String, Lease>> byWorker = new HashMap<>();

    /** Entries whose lease is gone meanwhile are passed over when due. */
    private final PriorityQueue<Timer> timers =
            new PriorityQueue<>(Comparator.comparing(Timer::at));

    int held(String worker) {
        return byWorker.getOrDefault(worker, Map.of()).size();
    }

    int held(String worker, String projectId) {
        return (int)
                byWorker.getOrDefault(worker, Map.of()).values().stream()
                        .filter(lease -> lease.projectId().equals(projectId))
                        .count();
    }

    void add(String worker, String taskId, String projectId, int partition) {
        byWorker.computeIfAbsent(worker, w -> new HashMap<>())
                .put(taskId, new Lease(projectId, partition));
    }

    void remove(String worker, String taskId) {
        Map<String, Lease> held = byWorker.get(worker);
        if (held != null && held.remove(taskId) != null && held.isEmpty()) {
            byWorker.remove(worker);
        }
    }

    void expire(String worker, String taskId, Instant at) {
        timers.add(new Timer(at, new Due(taskId, worker)));
    }

    /** Takes out what ran out by now and is still held. */
    List<Due> due(Instant now, int most) {
        List<Due> due = new ArrayList<>();
        while (due.size() < most && !timers.isEmpty() && !timers.element().at().isAfter(now)) {
            Due next = timers.remove().due();
            if (byWorker.getOrDefault(next.workerId(), Map.of()).containsKey(next.taskId())) {
                due.add(next);
            }
        }
        return due;
    }

    void drop(IntPredicate partition) {
        byWorker.values()
                .forEach(held -> held.values().removeIf(l -> partition.test(l.partition())));
        byWorker.values().removeIf(Map::isEmpty);
        timers.removeIf(
                t ->
                        !byWorker.getOrDefault(t.due().workerId(), Map.of())
                                .containsKey(t.due().taskId()));
    }

    int size() {
        return byWorker.values().stream().mapToInt(Map::size).sum();
    }
}
