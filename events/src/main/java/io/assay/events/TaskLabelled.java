package io.assay.events;

import java.time.Instant;

/**
 * The first result of a task.
 *
 * @param confidence posterior probability of the answer, 0 to 1; 1 if a reviewer decided
 * @param labels how many labels it rests on
 * @param guidelineVersion newest that those labels were made under
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
        Instant decidedAt)
        implements Result {}
