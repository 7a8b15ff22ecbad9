package io.assay.assignment.assignment;

import io.assay.assignment.dispatch.Had;
import io.assay.assignment.dispatch.Holding;

/** Assignments as dispatch sees them. */
public final class Hads {

    private Hads() {}

    public static Had of(Assignment assignment) {
        Lease lease = assignment.lease();
        Holding holding =
                switch (assignment) {
                    case Assignment.Leased _ -> Holding.LEASED;
                    case Assignment.Answered _, Assignment.Reviewed _ -> Holding.ANSWERED;
                    case Assignment.Returned _ -> Holding.RETURNED;
                };
        return new Had(
                lease.taskId(),
                lease.projectId(),
                lease.partition(),
                lease.workerId(),
                holding,
                lease.expiresAt());
    }
}
