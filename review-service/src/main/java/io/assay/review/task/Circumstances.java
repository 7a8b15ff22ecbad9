package io.assay.review.task;

import io.assay.review.crowd.Learned;
import io.assay.review.project.ReviewedProject;
import io.assay.review.skill.Crowd;
import io.assay.review.verdict.Submission;
import io.assay.truth.consensus.Tolerance;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What decides a task beside its own state.
 *
 * @param project null if not heard of yet
 * @param crowd trust in the workers, in the project's skill, by gold
 * @param learned trust in them by all labels of the project
 * @param practice what holds for all projects
 */
public record Circumstances(
        @Nullable ReviewedProject project,
        Crowd crowd,
        Learned learned,
        Practice practice,
        Instant now) {

    /** How far an answer that is leased now must agree with the accepted one. */
    Tolerance tolerance() {
        return project == null ? practice.tolerance() : project.tolerance(practice.tolerance());
    }

    /** How far this one must: by what held when it was leased. */
    Tolerance toleranceOf(Submission submission) {
        return project == null
                ? practice.tolerance()
                : project.tolerance(practice.tolerance(), submission.leasedAt());
    }
}
