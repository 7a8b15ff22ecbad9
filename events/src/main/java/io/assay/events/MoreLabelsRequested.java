package io.assay.events;

import java.time.Instant;

/**
 * Review needs more labels. The number is absolute, so repeats and reordering do no harm: the
 * highest wins.
 *
 * @param wanted labels in all, up to the project's maximum
 */
public record MoreLabelsRequested(String taskId, String projectId, int wanted, Instant requestedAt)
        implements Event {

    @Override
    public String key() {
        return taskId;
    }
}
