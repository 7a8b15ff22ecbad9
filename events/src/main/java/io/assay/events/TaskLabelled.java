package io.assay.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The first result of a task.
 *
 * @param confidence posterior probability of the answer, 0 to 1; 1 if a reviewer decided
 * @param labels how many labels it rests on
 * @param guidelineVersion newest that those labels were made under
 * @param provenance what it rests on
 */
public record TaskLabelled(
        String taskId,
        String projectId,
        String externalId,
        int version,
        Answer answer,
        double confidence,
        int labels,
        Decider decidedBy,
        int guidelineVersion,
        Instant decidedAt,
        @Nullable ResultProvenance provenance)
        implements Result {

    /** Without what it rests on. */
    public TaskLabelled(
            String taskId,
            String projectId,
            String externalId,
            int version,
            Answer answer,
            double confidence,
            int labels,
            Decider decidedBy,
            int guidelineVersion,
            Instant decidedAt) {
        this(
                taskId,
                projectId,
                externalId,
                version,
                answer,
                confidence,
                labels,
                decidedBy,
                guidelineVersion,
                decidedAt,
                null);
    }
}
