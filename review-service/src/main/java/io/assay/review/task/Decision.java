package io.assay.review.task;

import io.assay.events.Answer;

/** What a reviewer says of an escalated task. */
public sealed interface Decision {

    /** This is the answer. */
    record Answered(Answer answer) implements Decision {}

    /** There is none. */
    record Unlabelable(String reason) implements Decision {}
}
