package io.assay.assignment.assignment;

import io.assay.events.ReturnReason;

/** What a worker wants to do with an assignment that they hold. */
sealed interface Command {

    /** Labels or flags. */
    record Submit(Submission work) implements Command {}

    record GiveBack(ReturnReason reason) implements Command {}

    record Extend() implements Command {}

    /** A command with the assignment that it is for. */
    record For(String assignmentId, Command command) {}
}
