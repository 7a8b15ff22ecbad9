package io.assay.assignment.notice;

import io.assay.assignment.assignment.LeasePolicy;
import io.assay.assignment.dispatch.Dispatch;
import io.assay.assignment.project.Project;
import io.assay.assignment.project.Projects;
import io.assay.assignment.worker.MongoWorkers;
import io.assay.assignment.worker.Worker;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which projects have work for a worker, by the rules by which work is listed. Many ask again and
 * again: which projects there are is looked up for all of them together.
 */
final class WorkForWorkers {

    private static final Duration FRESH = Duration.ofSeconds(1);

    /** What all share for a moment. */
    private record Known(Instant at, List<Project> projects) {}

    private final Projects projects;
    private final MongoWorkers workers;
    private final LeasePolicy policy;
    private final Dispatch dispatch;
    private final InstantSource clock;
    private volatile @Nullable Known known;

    WorkForWorkers(
            Projects projects,
            MongoWorkers workers,
            LeasePolicy policy,
            Dispatch dispatch,
            InstantSource clock) {
        this.projects = projects;
        this.workers = workers;
        this.policy = policy;
        this.dispatch = dispatch;
        this.clock = clock;
    }

    Optional<Worker> worker(String workerId) {
        return workers.find(workerId);
    }

    /** By id, those that have work for the worker in this instance's share. */
    Map<String, Project> of(String workerId, Worker worker) {
        Map<String, Project> found = new HashMap<>();
        for (Project project : withWork()) {
            if (policy.lists(workerId, worker, project) && hasWork(workerId, worker, project)) {
                found.put(project.id(), project);
            }
        }
        return found;
    }

    private boolean hasWork(String workerId, Worker worker, Project project) {
        int tier = project.tier(worker);
        return dispatch.availability(project.id(), workerId, tier, project.remainingBudget(tier))
                .available();
    }

    private List<Project> withWork() {
        Instant now = clock.instant();
        Known last = known;
        if (last == null || last.at().plus(FRESH).isBefore(now)) {
            Set<String> giving = dispatch.projectsThatMayGive();
            last =
                    new Known(
                            now,
                            projects.all().stream()
                                    .filter(project -> giving.contains(project.id()))
                                    .filter(Project::leasable)
                                    .toList());
            known = last;
        }
        return last.projects();
    }
}
