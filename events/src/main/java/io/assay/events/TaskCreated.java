package io.assay.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A picture is there to be labelled.
 *
 * @param complexityPermille 1,000 is an ordinary picture; 100 to 100,000
 * @param priority higher first, 0 to 9
 * @param minTier lowest tier for this task, if above the project's
 */
public record TaskCreated(
        String taskId,
        String projectId,
        String externalId,
        TaskKind kind,
        Media media,
        int complexityPermille,
        int priority,
        @Nullable Integer minTier,
        Instant createdAt)
        implements Event {

    @Override
    public String key() {
        return taskId;
    }
}
