package io.assay.review.adjudication;

import io.assay.events.Answer;
import io.assay.review.task.Decision;
import io.assay.review.task.Grounds;
import io.assay.review.task.ReviewerDecision;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A decision: exactly one of the first three, and what it refers to.
 *
 * @param accept true: the result is right as it is. Only where there is one, that is in an audit
 * @param answer the right one, valid for the project
 * @param unlabelable why there is none, 1 to 500 characters
 * @param clause of the guideline that the reason refers to, 1 to 100 characters. An audit that
 *     changes a result has to name it
 * @param guidelineVersion that the clause is of, from 1; if absent, each label is judged by the
 *     version that it was made under
 */
record DecisionBody(
        @Nullable Boolean accept,
        @Nullable Answer answer,
        @Nullable @Size(min = 1, max = 500) String unlabelable,
        @Nullable @Size(min = 1, max = 100) String clause,
        @Nullable @Min(1) Integer guidelineVersion) {

    @AssertTrue(message = "expected: one of accept (true), answer and unlabelable")
    boolean isOneOfThree() {
        return Stream.of(accept, answer, unlabelable).filter(given -> given != null).count() == 1
                && !Boolean.FALSE.equals(accept);
    }

    ReviewerDecision ruling(String reviewer) {
        return new ReviewerDecision(
                decision(), reviewer, new Grounds(clause, guidelineVersion, null));
    }

    private Decision decision() {
        if (answer != null) {
            return new Decision.Answered(answer);
        }
        return unlabelable == null
                ? new Decision.Accepted()
                : new Decision.Unlabelable(unlabelable);
    }
}
