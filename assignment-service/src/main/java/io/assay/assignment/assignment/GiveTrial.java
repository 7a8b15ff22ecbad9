package io.assay.assignment.assignment;

import io.assay.assignment.assignment.Assignment.Leased;
import io.assay.assignment.project.Project;
import io.assay.assignment.task.MongoTasks;
import io.assay.assignment.task.TaskCopy;
import io.assay.assignment.worker.Worker;
import io.assay.events.Ids;
import io.assay.events.LeaseTerms;
import io.assay.events.Money;
import io.assay.events.ProjectChanged;
import io.assay.events.Trial;
import io.assay.messaging.AggregateStore;
import io.assay.messaging.Draft;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Hands out the tasks of a tutorial or a test: assignments like others, answered on the same paths
 * and judged by review as gold, but unpaid, and not taken from any queue.
 */
public final class GiveTrial {

    /**
     * What is handed out.
     *
     * @param guidelineVersion that the worker had acknowledged
     */
    public record Asked(Trial trial, int guidelineVersion, List<String> taskIds) {}

    private final AggregateStore<Assignment> assignments;
    private final MongoTasks tasks;

    GiveTrial(AggregateStore<Assignment> assignments, MongoTasks tasks) {
        this.assignments = assignments;
        this.tasks = tasks;
    }

    /** What the worker never had of these tasks. */
    public List<String> unseen(String workerId, List<String> taskIds) {
        Map<String, ?> had = assignments.findAll(ids(workerId, taskIds));
        return taskIds.stream()
                .filter(taskId -> !had.containsKey(Ids.assignmentId(taskId, workerId)))
                .toList();
    }

    /** The tasks as they stand with the worker, by task. */
    public Map<String, Assignment> states(String workerId, List<String> taskIds) {
        return assignments.findAll(ids(workerId, taskIds)).values().stream()
                .collect(
                        Collectors.toMap(
                                read -> read.state().lease().taskId(), read -> read.state()));
    }

    /** Hands them out, as far as that is not done yet. */
    public void give(String workerId, Worker worker, Project project, Asked asked, Instant now) {
        Map<String, TaskCopy> found = tasks.findAll(asked.taskIds());
        LeaseTerms terms = terms(worker, project, asked);
        Instant end = now.plusSeconds(seconds(project, asked.taskIds().size()));
        assignments.insertAll(
                asked.taskIds().stream()
                        .map(found::get)
                        .filter(Objects::nonNull)
                        .map(task -> draft(lease(workerId, task, terms, project, now, end)))
                        .toList());
    }

    private static LeaseTerms terms(Worker worker, Project project, Asked asked) {
        ProjectChanged facts = project.facts();
        return new LeaseTerms(
                worker.tier(project.skill(), facts.requesterId()),
                new Money(0, facts.rateCard().base().currency()),
                facts.rateCard().version(),
                Project.ORDINARY_PERMILLE,
                asked.guidelineVersion(),
                asked.trial());
    }

    /** As long as for as many batches of work. */
    private static long seconds(Project project, int tasks) {
        int batch = project.facts().leaseRule().batchSize();
        return (long) project.facts().leaseRule().seconds() * Math.ceilDiv(tasks, batch);
    }

    private static Lease lease(
            String workerId,
            TaskCopy task,
            LeaseTerms terms,
            Project project,
            Instant now,
            Instant end) {
        return new Lease(
                task.taskId(),
                task.projectId(),
                workerId,
                task.partition(),
                terms,
                task.media(),
                project.facts().ontology().tool(),
                task.preLabel(),
                now,
                end);
    }

    private static Draft<Assignment> draft(Lease lease) {
        return new Draft<>(
                lease.assignmentId(),
                new Leased(lease),
                List.of(AssignmentDecider.assigned(lease)));
    }

    private static List<String> ids(String workerId, List<String> taskIds) {
        return taskIds.stream().map(taskId -> Ids.assignmentId(taskId, workerId)).toList();
    }
}
