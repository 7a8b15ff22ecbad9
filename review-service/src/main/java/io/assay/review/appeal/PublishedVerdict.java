package io.assay.review.appeal;

import io.assay.review.verdict.Judgement;
import io.assay.review.verdict.Submission;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A verdict that its worker can read, whatever it rests on.
 *
 * @param decidedBy the reviewer whose decision it rests on; null if none
 * @param teaches true if its worker is to learn from it, and sees the right answer in words
 */
record PublishedVerdict(
        String taskId,
        String projectId,
        Submission submission,
        Judgement judgement,
        Instant at,
        @Nullable String decidedBy,
        boolean teaches) {}
