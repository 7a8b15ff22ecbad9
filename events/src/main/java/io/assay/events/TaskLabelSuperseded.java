package io.assay.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A result that replaces the one before.
 *
 * @param previous the answer that it replaces; null if that was "unlabelable"
 * @param cause why it was looked at again
 * @param diff from the previous answer to this; absent if there was none
 * @param provenance what it rests on
 */
public record TaskLabelSuperseded(
        String taskId,
        String projectId,
        String externalId,
        int version,
        Answer answer,
        @Nullable Answer previous,
        double confidence,
        int labels,
        Decider decidedBy,
        int guidelineVersion,
        Instant decidedAt,
        @Nullable CorrectionReason cause,
        @Nullable AnswerDiff diff,
        @Nullable ResultProvenance provenance)
        implements Result {}
