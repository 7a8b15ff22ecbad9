package io.assay.assignment.task;

import io.assay.assignment.dispatch.OpenTask;
import io.assay.events.Answer;
import io.assay.events.Media;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A task as this service needs it.
 *
 * @param partition of {@code assay.tasks}
 * @param gold known to dispatch, never shown to a worker
 * @param preLabel shown to workers; not read with the many that are only dispatched
 * @param minTier 1 if it asks for no more than its project
 * @param wanted labels that review asked for, 0 if it did not
 * @param closed true once it has a result or was withdrawn
 * @param allowedWorkers who alone may take it; empty for anybody
 * @param reserved for tutorials and tests, never dispatched
 * @param alike of gold: work that shows the same picture; of work: such gold. Who had one never
 *     gets the other, which would give the gold away; and gold waits until such work is closed
 */
public record TaskCopy(
        String taskId,
        String projectId,
        int partition,
        boolean gold,
        Media media,
        @Nullable Answer preLabel,
        int complexityPermille,
        int priority,
        int minTier,
        Instant createdAt,
        int wanted,
        boolean closed,
        List<String> allowedWorkers,
        boolean reserved,
        List<String> alike) {

    public OpenTask toOpen() {
        return new OpenTask(
                taskId,
                projectId,
                partition,
                gold,
                minTier,
                priority,
                wanted,
                createdAt,
                allowedWorkers,
                complexityPermille);
    }
}
