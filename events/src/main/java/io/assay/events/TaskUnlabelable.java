package io.assay.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A reviewer found that the picture cannot be labelled.
 *
 * @param previous the answer that this replaces, if there was one
 * @param cause why it was looked at again; null for a first result
 * @param provenance what it rests on
 */
public record TaskUnlabelable(
        String taskId,
        String projectId,
        String externalId,
        int version,
        String reason,
        Instant decidedAt,
        @Nullable Answer previous,
        @Nullable CorrectionReason cause,
        @Nullable ResultProvenance provenance)
        implements Result {

    /** The first result, without what it rests on. */
    public TaskUnlabelable(
            String taskId,
            String projectId,
            String externalId,
            int version,
            String reason,
            Instant decidedAt) {
        this(taskId, projectId, externalId, version, reason, decidedAt, null, null, null);
    }
}
