package io.assay.assignment.assignment;

import io.assay.assignment.dispatch.Offer;
import io.assay.assignment.project.Project;
import io.assay.assignment.worker.Worker;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which projects a worker may be given tasks of, and how many. */
final class Offers {

    private static final double EQUAL_SHARES = 1;

    private Offers() {}

    static List<Offer> of(
            Worker worker,
            Collection<Project> projects,
            @Nullable Integer most,
            LeaseLimits limits) {
        return projects.stream()
                .filter(Project::leasable)
                .filter(project -> project.admits(worker.tier(project.skill())))
                .map(project -> offer(worker, project, most, limits))
                .toList();
    }

    static int cap(Project project, LeaseLimits limits) {
        return limits.batches() * project.facts().leaseRule().batchSize();
    }

    private static Offer offer(
            Worker worker, Project project, @Nullable Integer most, LeaseLimits limits) {
        int batch = project.facts().leaseRule().batchSize();
        return new Offer(
                project.id(),
                worker.tier(project.skill()),
                most == null ? batch : Math.min(most, batch),
                cap(project, limits),
                project.facts().goldRate(),
                EQUAL_SHARES);
    }
}
