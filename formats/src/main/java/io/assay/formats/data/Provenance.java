package io.assay.formats.data;

import io.assay.events.Decider;
import io.assay.events.ResultProvenance;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where an answer comes from.
 *
 * @param status of the task: {@code labelled}, {@code gold}, {@code pending}, {@code unlabelable}
 *     or {@code withdrawn}
 * @param confidence 0 to 1
 * @param labels how many the answer rests on
 * @param version of the result, from 1
 * @param reason why there is no answer
 * @param restsOn labels, reviews and method; in NDJSON only
 */
public record Provenance(
        @Nullable String taskId,
        String status,
        @Nullable Double confidence,
        @Nullable Integer labels,
        @Nullable Decider decidedBy,
        @Nullable Integer guidelineVersion,
        @Nullable Integer version,
        @Nullable Instant decidedAt,
        @Nullable String reason,
        @Nullable ResultProvenance restsOn) {

    /** Without what it rests on. */
    public Provenance(
            @Nullable String taskId,
            String status,
            @Nullable Double confidence,
            @Nullable Integer labels,
            @Nullable Decider decidedBy,
            @Nullable Integer guidelineVersion,
            @Nullable Integer version,
            @Nullable Instant decidedAt,
            @Nullable String reason) {
        this(
                taskId,
                status,
                confidence,
                labels,
                decidedBy,
                guidelineVersion,
                version,
                decidedAt,
                reason,
                null);
    }
}
