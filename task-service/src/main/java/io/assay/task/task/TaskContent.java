package io.assay.task.task;

import io.assay.events.Answer;
import io.assay.events.Media;
import io.assay.events.TaskKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The content of a task, by its requester: two rows of one external id are the same if this is
 * equal.
 *
 * @param complexityPermille 1,000 is an ordinary picture
 * @param priority higher first
 * @param minTier if above the project's
 * @param gold the known answer, for a task that measures workers
 * @param training true if a worker may see the gold answer afterwards
 * @param preLabel what a worker is shown to correct or to judge
 * @param workers who alone may take it; empty means anybody
 */
public record TaskContent(
        Media media,
        int complexityPermille,
        int priority,
        @Nullable Integer minTier,
        @Nullable Answer gold,
        boolean training,
        @Nullable Answer preLabel,
        List<String> workers) {

    /** Tasks stored before there were named workers have none. */
    @SuppressWarnings("NullAway")
    public TaskContent {
        workers = workers == null ? List.of() : List.copyOf(workers);
    }

    public TaskKind kind() {
        return gold == null ? TaskKind.WORK : TaskKind.GOLD;
    }
}
