package io.assay.assignment.ownership;

import io.assay.assignment.dispatch.Dispatch;
import io.assay.assignment.dispatch.KnownAssignment;
import io.assay.assignment.dispatch.KnownAssignment.Status;
import io.assay.assignment.task.MongoTasks;
import io.assay.assignment.task.TaskChange;
import io.assay.assignment.task.TaskCopy;
import io.assay.events.AssignmentReturned;
import io.assay.events.LabelFlagged;
import io.assay.events.LabelSubmitted;
import io.assay.events.TaskAssigned;
import io.assay.messaging.Received;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Keeps the owned share up to date: first the store, then memory. The topics are co-partitioned, so
 * the owner of a task receives all of its events, also those of other instances.
 */
final class FollowTasks {

    private final MongoTasks tasks;
    private final Dispatch dispatch;

    FollowTasks(MongoTasks tasks, Dispatch dispatch) {
        this.tasks = tasks;
        this.dispatch = dispatch;
    }

    void follow(List<Received> batch) {
        Collection<TaskChange> changes = TaskChange.of(batch);
        Set<String> inserted = tasks.apply(changes);
        tasks.relate(changes);
        open(changes, inserted);
        for (TaskChange change : changes) {
            dispatch.raise(change.taskId(), change.wanted());
            if (change.closed()) {
                dispatch.close(change.taskId());
            }
        }
        batch.forEach(this::apply);
    }

    /** A task that was stored before may be closed already, so it is read. */
    private void open(Collection<TaskChange> changes, Set<String> inserted) {
        List<String> repeated = new ArrayList<>();
        for (TaskChange change : changes) {
            if (change.created() != null && !inserted.contains(change.taskId())) {
                repeated.add(change.taskId());
            } else if (change.created() != null
                    && !change.closed()
                    && !TaskChange.isReserved(change.created())) {
                dispatch.open(change.toOpen(change.created()));
            }
        }
        tasks.findAll(repeated).values().stream()
                .filter(task -> !task.closed() && !task.reserved())
                .map(TaskCopy::toOpen)
                .forEach(dispatch::open);
    }

    private void apply(Received received) {
        int partition = received.partition();
        switch (received.event()) {
            case TaskAssigned e -> assigned(e, partition);
            case AssignmentReturned e ->
                    over(e.taskId(), e.projectId(), e.workerId(), Status.RETURNED, received);
            case LabelSubmitted e ->
                    over(e.taskId(), e.projectId(), e.workerId(), Status.ANSWERED, received);
            case LabelFlagged e ->
                    over(e.taskId(), e.projectId(), e.workerId(), Status.ANSWERED, received);
            default -> {}
        }
    }

    /** What is given for a tutorial or a test is in no queue, but its time runs all the same. */
    private void assigned(TaskAssigned e, int partition) {
        KnownAssignment had =
                new KnownAssignment(
                        e.taskId(),
                        e.projectId(),
                        partition,
                        e.workerId(),
                        Status.LEASED,
                        e.expiresAt());
        if (e.terms().trial() == null) {
            dispatch.apply(had);
        } else {
            dispatch.restore(List.of(), List.of(had));
        }
    }

    private void over(
            String taskId, String projectId, String workerId, Status status, Received received) {
        dispatch.apply(
                new KnownAssignment(
                        taskId,
                        projectId,
                        received.partition(),
                        workerId,
                        status,
                        received.envelope().time()));
    }
}
