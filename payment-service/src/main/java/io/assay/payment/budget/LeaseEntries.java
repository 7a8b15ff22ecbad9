package io.assay.payment.budget;

import io.assay.events.AssignmentReturned;
import io.assay.events.Event;
import io.assay.events.TaskAssigned;
import io.assay.payment.ledger.Entries;
import io.assay.payment.ledger.Entry;
import io.assay.payment.ledger.LabelRef;
import java.util.Optional;

/** What a lease's beginning and end mean for the ledger. */
final class LeaseEntries {

    private LeaseEntries() {}

    /**
     * Nothing for a tutorial or a test, which cost nothing.
     *
     * @throws IllegalArgumentException if the event contradicts itself
     */
    static Optional<Entry> of(Event event) {
        return switch (event) {
            case TaskAssigned a when a.terms().trial() == null ->
                    Optional.of(
                            Entries.reserve(
                                    new LabelRef(
                                            a.assignmentId(),
                                            a.taskId(),
                                            a.projectId(),
                                            a.workerId()),
                                    a.terms().price()));
            case AssignmentReturned r when r.terms().trial() == null ->
                    Optional.of(
                            Entries.release(
                                    new LabelRef(
                                            r.assignmentId(),
                                            r.taskId(),
                                            r.projectId(),
                                            r.workerId()),
                                    r.terms().price()));
            default -> Optional.empty();
        };
    }
}
