package io.assay.assignment.assignment;

import io.assay.assignment.dispatch.AssignmentStatus;
import io.assay.assignment.dispatch.KnownAssignment;

/** Assignments as dispatch sees them. */
public final class Hads {

    private Hads() {}

    public static KnownAssignment of(Assignment assignment) {
        Lease lease = assignment.lease();
        AssignmentStatus holding =
                switch (assignment) {
                    case Assignment.Leased _ -> AssignmentStatus.LEASED;
                    case Assignment.Answered _, Assignment.Reviewed _ -> AssignmentStatus.ANSWERED;
                    case Assignment.Returned _ -> AssignmentStatus.RETURNED;
                };
        return new KnownAssignment(
                lease.taskId(),
                lease.projectId(),
                lease.partition(),
                lease.workerId(),
                holding,
                lease.expiresAt());
    }
}
