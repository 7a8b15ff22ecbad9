package io.assay.task.importing;

import io.assay.task.limit.Slots;

/** What came of a request about an import. */
sealed interface ImportOutcome {

    /** As asked; a repeat of what was done before is that too. */
    record Taken(ImportJob job) implements ImportOutcome {}

    record TooLong(ImportJob job) implements ImportOutcome {}

    record Unreadable(ImportJob job) implements ImportOutcome {}

    /** Another request is at work on it. */
    record Running(ImportJob job) implements ImportOutcome {}

    /** The part does not begin where the last one ended. */
    record Gap(ImportJob job) implements ImportOutcome {}

    /** It takes no more rows. */
    record Over(ImportJob job) implements ImportOutcome {}

    /** Its format cannot be gone on with from the middle. */
    record InOnePiece(ImportJob job) implements ImportOutcome {}

    record OtherUnderSameKey() implements ImportOutcome {}

    /**
     * As many imports as this instance takes are at work, or as many as it takes of one requester.
     *
     * @param grant of a slot, that was none
     */
    record Busy(Slots.Grant grant) implements ImportOutcome {}
}
