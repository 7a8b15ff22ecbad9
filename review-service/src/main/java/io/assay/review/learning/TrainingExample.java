package io.assay.review.learning;

import io.assay.events.Answer;
import io.assay.review.verdict.Submission;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a model learns from a task of those who labelled it.
 *
 * @param gold whether a truth is, or was, known
 * @param truth null if it is not, or no longer
 * @param labels all that the task has; of gold those that were scored just now
 * @param decided just now, by consensus or by leaving it to a reviewer, which happens once
 * @param result that consensus has decided by now, by these labels; null if there is none
 */
public record TrainingExample(
        String taskId,
        boolean gold,
        @Nullable Answer truth,
        List<Submission.Label> labels,
        boolean decided,
        @Nullable Answer result) {}
