package io.assay.task.result;

import io.assay.events.TaskEscalated;
import io.assay.messaging.AggregateStore;
import io.assay.messaging.Change;
import io.assay.messaging.Received;
import io.assay.messaging.Versioned;
import io.assay.task.task.Task;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Keeps which tasks wait for a reviewer, so that their requester sees it. */
final class KeepEscalations {

    private final AggregateStore<Task> tasks;

    KeepEscalations(AggregateStore<Task> tasks) {
        this.tasks = tasks;
    }

    void handle(List<Received> batch) {
        Map<String, TaskEscalated> byTask = new HashMap<>();
        for (Received received : batch) {
            if (received.event() instanceof TaskEscalated escalated) {
                byTask.put(escalated.taskId(), escalated);
            }
        }
        while (!byTask.isEmpty()) {
            List<Change<Task>> changes = new ArrayList<>();
            for (Versioned<Task> read : tasks.findAll(byTask.keySet()).values()) {
                TaskEscalated escalated = byTask.get(read.id());
                Task next =
                        escalated == null
                                ? read.state()
                                : read.state().escalated(escalated.reason());
                if (!next.equals(read.state())) {
                    changes.add(new Change<>(read, next, List.of()));
                }
            }
            byTask.keySet().retainAll(tasks.updateAll(changes));
        }
    }
}
