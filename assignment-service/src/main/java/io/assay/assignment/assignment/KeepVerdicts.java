package io.assay.assignment.assignment;

import io.assay.assignment.assignment.Assignment.Lease;
import io.assay.assignment.assignment.Assignment.Review;
import io.assay.assignment.assignment.Assignment.Reviewed;
import io.assay.assignment.figure.KeepFigures;
import io.assay.events.LabelReviewed;
import io.assay.events.Verdict;
import io.assay.messaging.AggregateStore;
import io.assay.messaging.Change;
import io.assay.messaging.Received;
import io.assay.messaging.StaleVersion;
import io.assay.messaging.Versioned;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Stores the verdict in the assignment, where its worker reads it. */
final class KeepVerdicts {

    private final AggregateStore<Assignment> assignments;

    private final KeepFigures figures;

    KeepVerdicts(AggregateStore<Assignment> assignments, KeepFigures figures) {
        this.assignments = assignments;
        this.figures = figures;
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
                changes.add(new Change<>(read, next));
            }
        }
        Set<String> stale = assignments.updateAll(changes);
        for (Change<Assignment> change : changes) {
            if (!stale.contains(change.read().id())) {
                count(change.read().state(), change.next());
            }
        }
        for (String id : stale) {
            throw new StaleVersion("assignments", id);
        }
    }

    /** When its worker can know of it. */
    private void count(Assignment before, Assignment after) {
        if (after instanceof Reviewed(Lease lease, _, Instant submittedAt, Review review)
                && lease.terms().trial() == null) {
            boolean accepted = review.verdict() == Verdict.ACCEPTED;
            if (!(before instanceof Reviewed(_, _, _, Review earlier))) {
                Duration waited = Duration.between(submittedAt, review.reviewedAt());
                figures.reviewed(lease.projectId(), waited, accepted);
            } else if (accepted && earlier.verdict() == Verdict.REJECTED) {
                figures.corrected(lease.projectId());
            }
        }
    }
}
