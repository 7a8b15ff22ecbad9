package io.assay.assignment.assignment;

import io.assay.assignment.assignment.Assignment.Lease;
import io.assay.assignment.assignment.Assignment.Leased;
import io.assay.assignment.assignment.AssignmentDecider.Decision;
import io.assay.assignment.budget.Budgets;
import io.assay.assignment.budget.Hold;
import io.assay.assignment.dispatch.Dispatch;
import io.assay.assignment.dispatch.KnownAssignment;
import io.assay.assignment.dispatch.KnownAssignment.Status;
import io.assay.assignment.dispatch.Pick;
import io.assay.assignment.project.Project;
import io.assay.assignment.project.Projects;
import io.assay.assignment.task.MongoOwners;
import io.assay.assignment.task.MongoTasks;
import io.assay.assignment.task.TaskCopy;
import io.assay.assignment.worker.Worker;
import io.assay.events.Ids;
import io.assay.events.LeaseTerms;
import io.assay.events.ProjectChanged;
import io.assay.events.ReturnReason;
import io.assay.messaging.AggregateStore;
import io.assay.messaging.Change;
import io.assay.messaging.Draft;
import io.assay.messaging.Versioned;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes picks into leases: all of a batch in one insert, with their events. */
final class LeaseWriter {

    /** A request that took longer than this has failed between its record and its leases. */
    private static final Duration IN_PROGRESS_TIMEOUT = Duration.ofSeconds(5);

    private final AggregateStore<Assignment> assignments;
    private final MongoLeaseRecords records;
    private final MongoTasks tasks;
    private final Projects projects;
    private final Budgets budgets;
    private final MongoOwners owners;
    private final Dispatch dispatch;
    private final AssignmentMetrics metrics;
    private final Clock clock;

    LeaseWriter(
            AggregateStore<Assignment> assignments,
            MongoLeaseRecords records,
            MongoTasks tasks,
            Projects projects,
            Budgets budgets,
            MongoOwners owners,
            Dispatch dispatch,
            AssignmentMetrics metrics,
            Clock clock) {
        this.assignments = assignments;
        this.records = records;
        this.tasks = tasks;
        this.projects = projects;
        this.budgets = budgets;
        this.owners = owners;
        this.dispatch = dispatch;
        this.metrics = metrics;
        this.clock = clock;
    }

    /**
     * Writes what was picked, or puts it back. What it costs is set apart before; a task that the
     * worker turns out to have had before goes back. Empty if none of it may be given, so that
     * others may be picked.
     */
    Optional<LeaseOutcome> write(
            String workerId,
            Worker worker,
            List<Pick> picks,
            LeaseRequest request,
            @Nullable String key) {
        Set<String> settled = new HashSet<>();
        try {
            List<Lease> leases = leases(workerId, worker, picks);
            if (leases.isEmpty()) {
                return Optional.empty();
            }
            Optional<Hold> hold = hold(leases);
            if (!isCovered(hold)) {
                return Optional.of(new LeaseOutcome.BudgetExhausted(leases.getFirst().projectId()));
            }
            if (key != null && !records.insert(key, record(request, leases))) {
                hold.ifPresent(h -> budgets.settle(h, Set.of()));
                return Optional.of(new LeaseOutcome.InProgress());
            }
            Set<String> written =
                    assignments.insertAll(leases.stream().map(LeaseWriter::draft).toList());
            settled.addAll(written);
            settled.addAll(keepEarlier(leases, written));
            hold.ifPresent(h -> budgets.settle(h, written));
            LeaseOutcome outcome = given(leases, written);
            if (key != null && outcome instanceof LeaseOutcome.ShareMoving) {
                records.forget(key);
            }
            return Optional.of(outcome);
        } finally {
            undo(workerId, picks, settled);
        }
    }

    /** Empty if the leases cost nothing. */
    private static Optional<Hold> hold(List<Lease> leases) {
        if (leases.stream().allMatch(lease -> lease.terms().price().minor() == 0)) {
            return Optional.empty();
        }
        return Optional.of(
                new Hold(
                        UUID.randomUUID().toString(),
                        leases.getFirst().projectId(),
                        leases.getFirst().leasedAt(),
                        leases.stream().map(LeaseWriter::part).toList()));
    }

    private static Hold.Part part(Lease lease) {
        return new Hold.Part(
                lease.assignmentId(),
                lease.taskId(),
                lease.workerId(),
                lease.terms().price().minor());
    }

    private boolean isCovered(Optional<Hold> hold) {
        if (hold.isEmpty()) {
            return true;
        }
        OptionalLong left = budgets.take(hold.get());
        left.ifPresent(minor -> projects.keepLeft(hold.get().projectId(), minor));
        return left.isPresent();
    }

    /** What another instance owns by now is not ours to give. */
    private LeaseOutcome given(List<Lease> leases, Set<String> written) {
        Set<Integer> lost =
                owners.lost(leases.stream().map(Lease::partition).collect(Collectors.toSet()));
        List<Assignment> given = new ArrayList<>();
        List<String> notOurs = new ArrayList<>();
        for (Lease lease : leases) {
            if (!written.contains(lease.assignmentId())) {
                continue;
            }
            if (lost.contains(lease.partition())) {
                notOurs.add(lease.assignmentId());
            } else {
                given.add(new Leased(lease));
                dispatch.leased(lease.taskId(), lease.workerId(), lease.expiresAt());
            }
        }
        if (!lost.isEmpty()) {
            dispatch.drop(lost);
            giveBack(notOurs);
        }
        metrics.leased(given.size());
        return given.isEmpty() && !lost.isEmpty()
                ? new LeaseOutcome.ShareMoving()
                : new LeaseOutcome.Given(given);
    }

    /** The worker never saw them, so they are released, with the event of a release. */
    private void giveBack(List<String> ids) {
        List<Change<Assignment>> changes = new ArrayList<>();
        for (Versioned<Assignment> read : assignments.findAll(ids).values()) {
            if (AssignmentDecider.giveBack(read.state(), ReturnReason.RELEASED, clock.instant())
                    instanceof Decision.Decided(Assignment next, var events)) {
                changes.add(new Change<>(read, next, events));
            }
        }
        assignments.updateAll(changes);
    }

    /** What stands in the way of an insert is what the worker had before: dispatch applies it. */
    private Set<String> keepEarlier(List<Lease> leases, Set<String> written) {
        List<String> unwritten =
                leases.stream()
                        .map(Lease::assignmentId)
                        .filter(id -> !written.contains(id))
                        .toList();
        Map<String, Versioned<Assignment>> had = assignments.findAll(unwritten);
        for (Versioned<Assignment> one : had.values()) {
            Lease lease = one.state().lease();
            dispatch.apply(one.state().forDispatch());
            dispatch.leased(lease.taskId(), lease.workerId(), lease.expiresAt());
        }
        return had.keySet();
    }

    private void undo(String workerId, List<Pick> picks, Set<String> settled) {
        picks.stream()
                .map(Pick::taskId)
                .filter(taskId -> !settled.contains(Ids.assignmentId(taskId, workerId)))
                .forEach(taskId -> dispatch.undo(taskId, workerId));
    }

    /** In the order of the picks, which mixes gold in. */
    private List<Lease> leases(String workerId, Worker worker, List<Pick> picks) {
        Map<String, TaskCopy> found = tasks.findAll(picks.stream().map(Pick::taskId).toList());
        List<TaskCopy> picked =
                picks.stream()
                        .map(pick -> found.get(pick.taskId()))
                        .filter(Objects::nonNull)
                        .toList();
        List<TaskCopy> repeats = RepeatedPictures.in(picked, barred(workerId, picked));
        Instant now = clock.instant();
        repeats.forEach(task -> never(workerId, task, now));
        return picked.stream()
                .filter(task -> !repeats.contains(task))
                .map(
                        task ->
                                lease(
                                        workerId,
                                        worker,
                                        task,
                                        projects.find(task.projectId()).orElseThrow(),
                                        now))
                .toList();
    }

    /** See {@link RepeatedPictures}. Found by id, and only where a picture comes twice. */
    private Set<String> barred(String workerId, List<TaskCopy> picked) {
        Set<String> alike = RepeatedPictures.alike(picked);
        if (alike.isEmpty()) {
            return Set.of();
        }
        Set<String> had =
                assignments
                        .findAll(alike.stream().map(id -> Ids.assignmentId(id, workerId)).toList())
                        .keySet();
        Set<String> barred = new HashSet<>();
        alike.stream()
                .filter(id -> had.contains(Ids.assignmentId(id, workerId)))
                .forEach(barred::add);
        tasks.findAll(RepeatedPictures.worksOfGold(picked)).values().stream()
                .filter(work -> !work.closed())
                .map(TaskCopy::taskId)
                .forEach(barred::add);
        return barred;
    }

    /** The worker has seen its picture: as if they had had the task, and given it back. */
    private void never(String workerId, TaskCopy task, Instant now) {
        dispatch.apply(
                new KnownAssignment(
                        task.taskId(),
                        task.projectId(),
                        task.partition(),
                        workerId,
                        Status.RETURNED,
                        now));
    }

    static Lease lease(
            String workerId, Worker worker, TaskCopy task, Project project, Instant now) {
        int tier = project.tier(worker);
        ProjectChanged facts = project.facts();
        LeaseTerms terms =
                new LeaseTerms(
                        tier,
                        project.price(task.complexityPermille(), tier),
                        facts.rateCard().version(),
                        task.complexityPermille(),
                        worker.acknowledgedVersion(project.id()),
                        null,
                        facts.holdDays());
        return Lease.of(
                workerId,
                task,
                terms,
                facts.ontology().tool(),
                now,
                now.plusSeconds(facts.leaseRule().seconds()));
    }

    private LeaseRecord record(LeaseRequest request, List<Lease> leases) {
        return new LeaseRecord(
                request, leases.stream().map(Lease::assignmentId).toList(), clock.instant());
    }

    static Draft<Assignment> draft(Lease lease) {
        return new Draft<>(
                lease.assignmentId(),
                new Leased(lease),
                List.of(AssignmentDecider.assigned(lease)));
    }

    /** What the request with this key brought before; empty if it is the first. */
    Optional<LeaseOutcome> repeat(String key, LeaseRequest request) {
        return records.find(key).map(record -> repeat(record, request));
    }

    private LeaseOutcome repeat(LeaseRecord record, LeaseRequest request) {
        if (!record.request().equals(request)) {
            return new LeaseOutcome.KeyReused();
        }
        Map<String, Versioned<Assignment>> found = assignments.findAll(record.assignmentIds());
        boolean whole = found.size() == record.assignmentIds().size();
        if (!whole && record.at().plus(IN_PROGRESS_TIMEOUT).isAfter(clock.instant())) {
            return new LeaseOutcome.InProgress();
        }
        return new LeaseOutcome.Given(
                record.assignmentIds().stream()
                        .map(found::get)
                        .filter(Objects::nonNull)
                        .map(Versioned::state)
                        .toList());
    }
}
