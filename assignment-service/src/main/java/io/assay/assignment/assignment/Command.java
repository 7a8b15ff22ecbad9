package io.assay.assignment.assignment;

import io.assay.events.ReturnReason;

/** What a worker wants to do with an assignment that they hold. */
sealed interface Command {

    String assignmentId();

    /** Labels or flags. */
    record Submit(String assignmentId, Submission submission) implements Command {}

    record GiveBack(String assignmentId, ReturnReason reason) implements Command {}

    record Extend(String assignmentId) implements Command {}
}
