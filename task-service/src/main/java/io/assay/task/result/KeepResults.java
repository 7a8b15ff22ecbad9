package io.assay.task.result;

import io.assay.events.Result;
import io.assay.messaging.AggregateStore;
import io.assay.messaging.Change;
import io.assay.messaging.Received;
import io.assay.messaging.Versioned;
import io.assay.task.task.Outcome;
import io.assay.task.task.Task;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
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
        while (!byTask.isEmpty()) {
            byTask.keySet().retainAll(keep(byTask));
        }
    }

    /** Returns the tasks that were withdrawn in between, to be read again. */
    private Set<String> keep(Map<String, List<Result>> byTask) {
        Map<String, Versioned<Task>> found = tasks.findAll(byTask.keySet());
        List<Change<Task>> changes = new ArrayList<>();
        byTask.forEach(
                (taskId, results) -> {
                    Versioned<Task> read = found.get(taskId);
                    if (read == null) {
                        throw new IllegalArgumentException(
                                "task: " + taskId + " (expected: one that was imported)");
                    }
                    Task next = decided(read.state(), results);
                    if (!next.equals(read.state())) {
                        changes.add(new Change<>(read, next, List.of()));
                    }
                });
        Set<String> stale = tasks.updateAll(changes);
        kept.increment((double) changes.size() - stale.size());
        return stale;
    }

    private static Task decided(Task task, List<Result> results) {
        Task next = task;
        for (Result result : results) {
            next = next.decided(Outcome.of(result));
        }
        return next;
    }
}
