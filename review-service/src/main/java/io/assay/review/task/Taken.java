package io.assay.review.task;

import io.assay.review.verdict.Judgement;
import io.assay.review.verdict.Submission;
import org.jspecify.annotations.Nullable;

/**
 * A submission that counts for its task.
 *
 * @param judgement null while it waits for the task's result
 */
public record Taken(Submission submission, @Nullable Judgement judgement) {}
