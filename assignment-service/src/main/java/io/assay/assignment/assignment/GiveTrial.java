package io.assay.assignment.assignment;

import io.assay.assignment.assignment.Assignment.Lease;
import io.assay.assignment.project.Project;
import io.assay.assignment.task.MongoTasks;
import io.assay.assignment.task.TaskCopy;
import io.assay.assignment.worker.Worker;
import io.assay.events.Ids;
import io.assay.events.LeaseTerms;
import io.assay.events.Money;
import io.assay.events.ProjectChanged;
import io.assay.events.Tool;
import io.assay.events.Trial;
import io.assay.messaging.AggregateStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.random.RandomGenerator;
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

    /** Of one project; what is beyond is not asked. */
    private static final int MAX_QUESTIONS = 1_000;

    private final AggregateStore<Assignment> assignments;
    private final MongoTasks tasks;
    private final RandomGenerator random;

    GiveTrial(AggregateStore<Assignment> assignments, MongoTasks tasks, RandomGenerator random) {
        this.assignments = assignments;
        this.tasks = tasks;
        this.random = random;
    }

    /** Questions of the project that the worker never had, in an order that nobody can foresee. */
    public List<String> unseen(String projectId, String workerId) {
        List<String> questions = tasks.reservedFor(projectId, MAX_QUESTIONS);
        Set<String> had = assignments.findAll(ids(workerId, questions)).keySet();
        List<String> unseen = new ArrayList<>(questions);
        unseen.removeIf(question -> had.contains(Ids.assignmentId(question, workerId)));
        Collections.shuffle(unseen, random);
        return unseen;
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
        Tool tool = project.facts().ontology().tool();
        Instant end = now.plusSeconds(seconds(project, asked.taskIds().size()));
        assignments.insertAll(
                asked.taskIds().stream()
                        .map(found::get)
                        .filter(Objects::nonNull)
                        .map(task -> Lease.of(workerId, task, terms, tool, now, end))
                        .map(LeaseWriter::draft)
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

    private static List<String> ids(String workerId, List<String> taskIds) {
        return taskIds.stream().map(taskId -> Ids.assignmentId(taskId, workerId)).toList();
    }
}
