package io.assay.task.result;

import io.assay.events.Result;
import io.assay.messaging.AggregateStore;
import io.assay.messaging.Change;
import io.assay.messaging.Received;
import io.assay.task.task.Outcome;
import io.assay.task.task.Task;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Keeps what review decided: one current result per task, the one of the highest version, however
 * often and in whatever order they come.
 */
final class KeepResults {

    private final AggregateStore<Task> tasks;
    private final Counter kept;

    KeepResults(AggregateStore<Task> tasks, MeterRegistry meters) {
        this.tasks = tasks;
        this.kept = meters.counter("assay.results.kept");
    }

    /**
     * @throws IllegalArgumentException if there is no such task, which makes the event a dead
     *     letter
     */
    void handle(List<Received> batch) {
        Map<String, List<Result>> byTask = new LinkedHashMap<>();
        for (Received received : batch) {
            if (received.event() instanceof Result result) {
                byTask.computeIfAbsent(result.taskId(), _ -> new ArrayList<>()).add(result);
            }
        }
        Set<String> unknown = new HashSet<>(byTask.keySet());
        kept.increment(
                tasks.changeAll(
                        byTask.keySet(),
                        read -> {
                            unknown.remove(read.id());
                            return new Change<>(
                                    read,
                                    decided(
                                            read.state(),
                                            byTask.getOrDefault(read.id(), List.of())));
                        }));
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(
                    "task: " + unknown.iterator().next() + " (expected: one that was imported)");
        }
    }

    private static Task decided(Task task, List<Result> results) {
        Task next = task;
        for (Result result : results) {
            next = next.decided(Outcome.of(result));
        }
        return next;
    }
}
