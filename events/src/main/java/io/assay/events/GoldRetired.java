package io.assay.events;

import java.time.Instant;

/** A gold answer is no longer trusted; labels of the task are no longer scored by it. */
public record GoldRetired(String taskId, String projectId, String reason, Instant retiredAt)
        implements Event {

    @Override
    public String key() {
        return taskId;
    }
}
