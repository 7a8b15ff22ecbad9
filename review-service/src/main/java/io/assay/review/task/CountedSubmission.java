package io.assay.review.task;

import io.assay.review.verdict.Judgement;
import io.assay.review.verdict.Submission;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A submission that counts for its task.
 *
 * @param judgement null while it waits for the task's result
 * @param judgedAt when the verdict was published; null before, and where it was stored without
 */
public record CountedSubmission(
        Submission submission, @Nullable Judgement judgement, @Nullable Instant judgedAt) {}
