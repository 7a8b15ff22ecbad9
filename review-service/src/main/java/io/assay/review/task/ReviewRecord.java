package io.assay.review.task;

import io.assay.events.ReviewKind;
import io.assay.events.ReviewOutcome;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one reviewer found, as the task remembers it.
 *
 * @param about the assignment that an appeal was for; null for any other review
 */
public record ReviewRecord(
        String reviewer,
        ReviewKind kind,
        ReviewOutcome outcome,
        Grounds grounds,
        Instant at,
        @Nullable String about) {}
