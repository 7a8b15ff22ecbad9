package io.assay.events;

import java.time.Instant;

/**
 * The requester no longer wants this picture labelled; labels already leased are still judged and
 * paid.
 */
public record TaskWithdrawn(String taskId, String projectId, String reason, Instant withdrawnAt)
        implements Event {

    @Override
    public String key() {
        return taskId;
    }
}
