package io.assay.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a reviewer contributed to a result.
 *
 * @param reviewer pseudonym, as of workers
 * @param clause of the guideline that the reason refers to
 * @param guidelineVersion that the clause is of
 */
public record ReviewProvenance(
        String reviewer,
        ReviewKind kind,
        ReviewOutcome outcome,
        @Nullable String clause,
        @Nullable Integer guidelineVersion,
        Instant reviewedAt) {}
