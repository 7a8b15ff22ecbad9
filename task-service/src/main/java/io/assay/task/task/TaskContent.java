package io.assay.task.task;

import io.assay.events.Answer;
import io.assay.events.Media;
import io.assay.events.TaskKind;
import org.jspecify.annotations.Nullable;

/**
 * What a requester says about a task: two rows of one external id are the same if this is equal.
 *
 * @param complexityPermille 1,000 is an ordinary picture
 * @param priority higher first
 * @param minTier if above the project's
 * @param gold the known answer, for a task that measures workers
 * @param training true if a worker may be told the gold answer afterwards
 */
public record TaskContent(
        Media media,
        int complexityPermille,
        int priority,
        @Nullable Integer minTier,
        @Nullable Answer gold,
        boolean training) {

    public TaskKind kind() {
        return gold == null ? TaskKind.WORK : TaskKind.GOLD;
    }
}
