package io.assay.events;

import java.time.Instant;

/**
 * The known answer of a gold task. Restricted: review only.
 *
 * @param training true if the worker may see the right answer afterwards
 */
public record GoldSet(
        String taskId, String projectId, Answer answer, boolean training, Instant setAt)
        implements Event {

    @Override
    public String key() {
        return taskId;
    }
}
