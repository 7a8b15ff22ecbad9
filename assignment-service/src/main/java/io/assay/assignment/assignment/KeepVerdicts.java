package io.assay.assignment.assignment;

import io.assay.events.LabelReviewed;
import io.assay.messaging.AggregateStore;
import io.assay.messaging.Change;
import io.assay.messaging.Received;
import io.assay.messaging.StaleVersion;
import io.assay.messaging.Versioned;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Stores the verdict in the assignment, where its worker reads it. */
final class KeepVerdicts {

    private final AggregateStore<Assignment> assignments;

    KeepVerdicts(AggregateStore<Assignment> assignments) {
        this.assignments = assignments;
    }

    /** Throws {@link StaleVersion} if one was changed meanwhile: the batch is repeated. */
    void keep(List<Received> batch) {
        Map<String, List<LabelReviewed>> verdicts = new HashMap<>();
        for (Received received : batch) {
            if (received.event() instanceof LabelReviewed reviewed) {
                verdicts.computeIfAbsent(reviewed.assignmentId(), id -> new ArrayList<>())
                        .add(reviewed);
            }
        }
        List<Change<Assignment>> changes = new ArrayList<>();
        for (Versioned<Assignment> read : assignments.findAll(verdicts.keySet()).values()) {
            Assignment next = read.state();
            for (LabelReviewed verdict : verdicts.getOrDefault(read.id(), List.of())) {
                next = AssignmentDecider.review(next, verdict);
            }
            if (!next.equals(read.state())) {
                changes.add(new Change<>(read, next, List.of()));
            }
        }
        for (String stale : assignments.updateAll(changes)) {
            throw new StaleVersion("assignments", stale);
        }
    }
}
