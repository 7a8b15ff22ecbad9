package io.assay.assignment.task;

import io.assay.assignment.dispatch.OpenTask;
import io.assay.events.EscalationReason;
import io.assay.events.MoreLabelsRequested;
import io.assay.events.Result;
import io.assay.events.TaskCreated;
import io.assay.events.TaskEscalated;
import io.assay.events.TaskKind;
import io.assay.events.TaskWithdrawn;
import io.assay.messaging.Received;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a batch of events says of one task. All of it commutes: the events come on several topics,
 * repeatedly and in any order.
 */
public record TaskChange(
        String taskId, int partition, @Nullable TaskCreated created, int wanted, boolean closed) {

    public static Collection<TaskChange> of(List<Received> batch) {
        Map<String, TaskChange> changes = new HashMap<>();
        for (Received received : batch) {
            TaskChange change = of(received);
            if (change != null) {
                changes.merge(change.taskId(), change, TaskChange::and);
            }
        }
        return changes.values();
    }

    private static @Nullable TaskChange of(Received received) {
        int partition = received.partition();
        return switch (received.event()) {
            case TaskCreated e -> new TaskChange(e.taskId(), partition, checked(e), 0, false);
            case MoreLabelsRequested e ->
                    new TaskChange(e.taskId(), partition, null, e.wanted(), false);
            case TaskWithdrawn e -> new TaskChange(e.taskId(), partition, null, 0, true);
            // for good: labels that are out are accepted, and there is other gold
            case TaskEscalated e when e.reason() == EscalationReason.GOLD_DOUBTED ->
                    new TaskChange(e.taskId(), partition, null, 0, true);
            // a reviewer decides: nobody else is to pass on it
            case TaskEscalated e when e.reason() == EscalationReason.SKIPPED ->
                    new TaskChange(e.taskId(), partition, null, 0, true);
            case Result e -> new TaskChange(e.taskId(), partition, null, 0, true);
            default -> null;
        };
    }

    /** The open task, if the store has no more of it than this. */
    public OpenTask toOpen(TaskCreated task) {
        return new OpenTask(
                taskId,
                task.projectId(),
                partition,
                task.kind() == TaskKind.GOLD,
                minTier(task),
                task.priority(),
                wanted,
                task.createdAt(),
                task.allowedWorkers(),
                task.complexityPermille());
    }

    /** Whether it is for tutorials and tests alone, and so never dispatched. */
    public static boolean isReserved(TaskCreated task) {
        return Boolean.TRUE.equals(task.reserved());
    }

    /** 1 if it asks for no more than its project. */
    static int minTier(TaskCreated task) {
        Integer least = task.minTier();
        return least == null ? 1 : least;
    }

    /** What dispatch could not order must not get into the store. */
    private static TaskCreated checked(TaskCreated task) {
        checkRange("minTier", minTier(task), 1, 5);
        checkRange("priority", task.priority(), 0, 9);
        checkRange("complexityPermille", task.complexityPermille(), 1, 1_000_000);
        checkRange(
                "allowedWorkers", task.allowedWorkers().size(), 0, TaskCreated.MAX_ALLOWED_WORKERS);
        return task;
    }

    private static void checkRange(String name, int value, int low, int high) {
        if (value < low || value > high) {
            throw new IllegalArgumentException(
                    name + ": " + value + " (expected: " + low + " to " + high + ")");
        }
    }

    private TaskChange and(TaskChange other) {
        return new TaskChange(
                taskId,
                partition,
                created != null ? created : other.created,
                Math.max(wanted, other.wanted),
                closed || other.closed);
    }
}
