package io.assay.assignment.assignment;

import io.assay.assignment.assignment.Assignment.Lease;
import io.assay.assignment.assignment.Assignment.Returned;
import io.assay.assignment.budget.Budgets;
import io.assay.assignment.budget.Hold;
import io.assay.assignment.project.Project;
import io.assay.assignment.project.Projects;
import io.assay.assignment.task.MongoTasks;
import io.assay.assignment.task.TaskCopy;
import io.assay.assignment.worker.MongoWorkers;
import io.assay.assignment.worker.Worker;
import io.assay.events.ReturnReason;
import io.assay.messaging.AggregateStore;
import io.assay.messaging.Draft;
import io.assay.messaging.Versioned;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Settles the holds of instances that died before they could, or that are late. Where a lease is
 * missing, an assignment is put that was given back from the beginning: its id is taken then, so
 * the one who is late cannot write the lease any more.
 */
final class SettleHolds {

    private static final long FIRST_VERSION = 1;

    private final Budgets budgets;
    private final AggregateStore<Assignment> assignments;
    private final MongoTasks tasks;
    private final MongoWorkers workers;
    private final Projects projects;
    private final Clock clock;

    SettleHolds(
            Budgets budgets,
            AggregateStore<Assignment> assignments,
            MongoTasks tasks,
            MongoWorkers workers,
            Projects projects,
            Clock clock) {
        this.budgets = budgets;
        this.assignments = assignments;
        this.tasks = tasks;
        this.workers = workers;
        this.projects = projects;
        this.clock = clock;
    }

    void run() {
        budgets.settleAbandoned(clock.instant(), this::seal);
    }

    /** The assignments of the hold that were leased; empty while its project is not known here. */
    private Optional<Set<String>> seal(Hold hold) {
        Optional<Project> project = projects.find(hold.projectId());
        if (project.isEmpty()) {
            return Optional.empty();
        }
        List<String> ids = hold.parts().stream().map(Hold.Part::assignmentId).toList();
        Set<String> found = assignments.findAll(ids).keySet();
        assignments.insertAll(returned(hold, project.get(), found));
        return Optional.of(
                assignments.findAll(ids).values().stream()
                        .filter(one -> isLeaseOf(hold, one))
                        .map(Versioned::id)
                        .collect(Collectors.toSet()));
    }

    /** Not what the worker was given before, nor what was put in the place of a lease. */
    private static boolean isLeaseOf(Hold hold, Versioned<Assignment> one) {
        boolean put = one.version() == FIRST_VERSION && one.state() instanceof Returned;
        return !put && one.state().lease().leasedAt().equals(hold.at());
    }

    private List<Draft<Assignment>> returned(Hold hold, Project project, Set<String> found) {
        Map<String, TaskCopy> copies =
                tasks.findAll(hold.parts().stream().map(Hold.Part::taskId).toList());
        List<Draft<Assignment>> drafts = new ArrayList<>();
        for (Hold.Part part : hold.parts()) {
            TaskCopy task = copies.get(part.taskId());
            Optional<Worker> worker = workers.find(part.workerId());
            if (!found.contains(part.assignmentId()) && task != null && worker.isPresent()) {
                Lease lease =
                        LeaseWriter.lease(part.workerId(), worker.get(), task, project, hold.at());
                drafts.add(
                        new Draft<>(
                                part.assignmentId(),
                                new Returned(lease, ReturnReason.RELEASED, hold.at()),
                                List.of()));
            }
        }
        return drafts;
    }
}
