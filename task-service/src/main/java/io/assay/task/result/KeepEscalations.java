package io.assay.task.result;

import io.assay.events.TaskEscalated;
import io.assay.messaging.AggregateStore;
import io.assay.messaging.Change;
import io.assay.messaging.Received;
import io.assay.task.task.Task;
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
        tasks.changeAll(
                byTask.keySet(),
                read -> {
                    TaskEscalated escalated = byTask.get(read.id());
                    return new Change<>(
                            read,
                            escalated == null
                                    ? read.state()
                                    : read.state().escalated(escalated.reason()));
                });
    }
}
