package io.assay.review.task;

import io.assay.review.consensus.Tolerance;
import io.assay.review.project.ReviewedProject;
import io.assay.review.skill.Crowd;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What decides a task beside its own state.
 *
 * @param project null if not heard of yet
 * @param crowd trust in the workers, in the project's skill
 */
public record Circumstances(
        @Nullable ReviewedProject project, Crowd crowd, Practice practice, Instant now) {

    Tolerance tolerance() {
        return practice.tolerance();
    }
}
