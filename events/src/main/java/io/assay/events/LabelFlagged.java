package io.assay.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A worker says that the picture cannot be labelled. Judged, and paid if upheld, like a label.
 *
 * @param comment in the worker's words, up to 500 characters
 * @param mark where in the picture it is seen; absent if nowhere in particular
 */
public record LabelFlagged(
        String assignmentId,
        String taskId,
        String projectId,
        String workerId,
        LeaseTerms terms,
        FlagReason reason,
        @Nullable String comment,
        @Nullable Point mark,
        Instant leasedAt,
        Instant submittedAt)
        implements Event {

    @Override
    public String key() {
        return taskId;
    }
}
