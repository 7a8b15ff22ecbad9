package io.assay.review.task;

import io.assay.review.learning.LabelModel;
import io.assay.review.project.ReviewedProject;
import io.assay.review.skill.WorkerAccuracy;
import io.assay.review.verdict.Submission;
import io.assay.truth.consensus.Tolerance;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What decides a task beside its own state.
 *
 * @param project null if not received yet
 * @param workers trust in them, in the project's skill, by gold
 * @param model trust in them by all labels of the project
 * @param settings what holds for all projects
 */
public record ReviewContext(
        @Nullable ReviewedProject project,
        WorkerAccuracy workers,
        LabelModel model,
        ReviewSettings settings,
        Instant now) {

    /** How far an answer that is leased now must agree with the accepted one. */
    public Tolerance tolerance() {
        return project == null ? settings.tolerance() : project.tolerance(settings.tolerance());
    }

    /** How far this one must: by what held when it was leased. */
    public Tolerance toleranceOf(Submission submission) {
        return project == null
                ? settings.tolerance()
                : project.tolerance(settings.tolerance(), submission.leasedAt());
    }
}
