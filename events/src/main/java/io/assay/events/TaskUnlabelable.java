package io.assay.events;

import java.time.Instant;

/** A reviewer found that the picture cannot be labelled. */
public record TaskUnlabelable(
        String taskId,
        String projectId,
        String externalId,
        int version,
        String reason,
        Instant decidedAt)
        implements Result {}
