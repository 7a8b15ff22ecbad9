package io.assay.assignment.assignment;

import io.assay.assignment.dispatch.LeaseAllowance;
import io.assay.assignment.project.Project;
import io.assay.assignment.worker.Worker;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether a worker may be given tasks of a project, and how many. */
final class Offers {

    private static final double EQUAL_SHARES = 1;

    private Offers() {}

    /** Empty if none. */
    static Optional<LeaseAllowance> of(
            Worker worker, Project project, @Nullable Integer most, LeaseLimits limits) {
        return project.leasable()
                        && Admission.isAdmitted(worker, project)
                        && worker.hasAcknowledged(project.id(), project.facts().guideline())
                ? Optional.of(allowance(worker, project, most, limits))
                : Optional.empty();
    }

    static int cap(Project project, LeaseLimits limits) {
        return limits.batches() * project.facts().leaseRule().batchSize();
    }

    private static LeaseAllowance allowance(
            Worker worker, Project project, @Nullable Integer most, LeaseLimits limits) {
        int batch = project.facts().leaseRule().batchSize();
        int tier = Admission.tier(worker, project);
        return new LeaseAllowance(
                project.id(),
                tier,
                most == null ? batch : Math.min(most, batch),
                cap(project, limits),
                project.facts()
                        .goldRate(worker.goldNeed(project.skill(), project.facts().requesterId())),
                EQUAL_SHARES,
                project.remainingBudget(tier));
    }
}
