package io.assay.review.adjudication;

import io.assay.events.Answer;
import io.assay.review.task.Decision;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A decision: exactly one of the two.
 *
 * @param answer valid for the project
 * @param unlabelable why there is none, 1 to 500 characters
 */
record DecisionBody(
        @Nullable Answer answer, @Nullable @Size(min = 1, max = 500) String unlabelable) {

    @AssertTrue(message = "expected: either answer or unlabelable")
    boolean isOneOfTwo() {
        return (answer == null) != (unlabelable == null);
    }

    Decision decision() {
        if (answer != null) {
            return new Decision.Answered(answer);
        }
        if (unlabelable != null) {
            return new Decision.Unlabelable(unlabelable);
        }
        throw new IllegalStateException("neither answer nor unlabelable (expected: one of them)");
    }
}
