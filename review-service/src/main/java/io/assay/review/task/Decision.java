package io.assay.review.task;

import io.assay.events.Answer;
import io.assay.events.ReviewOutcome;

/** What a reviewer says of a task. */
public sealed interface Decision {

    ReviewOutcome outcome();

    /** The result is right as it is; only where there is one. */
    record Accepted() implements Decision {
        @Override
        public ReviewOutcome outcome() {
            return ReviewOutcome.ACCEPTED;
        }
    }

    /** This is the answer. */
    record Answered(Answer answer) implements Decision {
        @Override
        public ReviewOutcome outcome() {
            return ReviewOutcome.FIXED;
        }
    }

    /** There is none. */
    record Unlabelable(String reason) implements Decision {
        @Override
        public ReviewOutcome outcome() {
            return ReviewOutcome.REJECTED;
        }
    }
}
