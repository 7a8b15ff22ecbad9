package io.assay.assignment.ownership;

import io.assay.assignment.assignment.MongoAssignmentHistory;
import io.assay.assignment.dispatch.Dispatch;
import io.assay.assignment.dispatch.HandoverLock;
import io.assay.assignment.dispatch.OpenTask;
import io.assay.assignment.task.MongoOwners;
import io.assay.assignment.task.MongoTasks;
import java.util.Collection;
import java.util.List;

/**
 * Takes over partitions and gives them up. The store is read after the owner before has let go, so
 * it holds every lease, and after it is written down who owns them now, so an owner that was
 * stopped gives out none behind our back; an event that comes again after that changes nothing. It
 * is read a chunk at a time, so a rebuild needs no more memory than what it builds.
 */
final class Ownership {

    private static final int CHUNK = 1_000;

    private final Dispatch dispatch;
    private final HandoverLock handover;
    private final MongoTasks tasks;
    private final MongoAssignmentHistory history;
    private final MongoOwners owners;

    Ownership(
            Dispatch dispatch,
            HandoverLock handover,
            MongoTasks tasks,
            MongoAssignmentHistory history,
            MongoOwners owners) {
        this.dispatch = dispatch;
        this.handover = handover;
        this.tasks = tasks;
        this.history = history;
        this.owners = owners;
    }

    void takeOver(Collection<Integer> partitions) {
        owners.claim(partitions);
        dispatch.adopt(partitions);
        partitions.forEach(this::rebuild);
        dispatch.restored();
        handover.markReady();
    }

    void giveUp(Collection<Integer> partitions) {
        handover.handOver(
                () -> {
                    dispatch.drop(partitions);
                    owners.forget(partitions);
                });
    }

    /** Tasks open in the whole share. */
    int open() {
        return dispatch.open();
    }

    private void rebuild(int partition) {
        tasks.eachOpen(partition, CHUNK, this::restore);
        history.eachLeased(partition, CHUNK, leased -> dispatch.restore(List.of(), leased));
    }

    /**
     * Nothing is served meanwhile; if it were, a worker's second assignment could not be stored.
     */
    private void restore(List<OpenTask> open) {
        dispatch.restore(open, List.of());
        List<String> ids = open.stream().map(OpenTask::taskId).toList();
        history.eachOf(ids, CHUNK, had -> dispatch.restore(List.of(), had));
    }
}
