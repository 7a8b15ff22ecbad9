package io.assay.assignment.ownership;

import io.assay.assignment.assignment.Assignment;
import io.assay.assignment.assignment.Hads;
import io.assay.assignment.assignment.MongoAssignments;
import io.assay.assignment.dispatch.Dispatch;
import io.assay.assignment.dispatch.Gate;
import io.assay.assignment.dispatch.Had;
import io.assay.assignment.task.MongoTasks;
import io.assay.assignment.task.TaskCopy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Takes over partitions and gives them up. The store is read after the owner before has let go, so
 * it holds every lease; an event that comes again after that changes nothing.
 */
final class Ownership {

    private static final int CHUNK = 1_000;

    private final Dispatch dispatch;
    private final Gate gate;
    private final MongoTasks tasks;
    private final MongoAssignments assignments;

    Ownership(Dispatch dispatch, Gate gate, MongoTasks tasks, MongoAssignments assignments) {
        this.dispatch = dispatch;
        this.gate = gate;
        this.tasks = tasks;
        this.assignments = assignments;
    }

    void takeOver(Collection<Integer> partitions) {
        partitions.forEach(this::rebuild);
        gate.settle();
    }

    void giveUp(Collection<Integer> partitions) {
        gate.handingOver(() -> dispatch.drop(partitions));
    }

    private void rebuild(int partition) {
        List<TaskCopy> open = tasks.open(partition);
        List<Had> had = new ArrayList<>();
        for (int from = 0; from < open.size(); from += CHUNK) {
            List<TaskCopy> chunk = open.subList(from, Math.min(from + CHUNK, open.size()));
            add(assignments.ofTasks(chunk.stream().map(TaskCopy::taskId).toList()), had);
        }
        add(assignments.leased(partition), had);
        dispatch.adopt(partition, open.stream().map(TaskCopy::toOpen).toList(), had);
    }

    private static void add(List<Assignment> found, List<Had> had) {
        found.forEach(assignment -> had.add(Hads.of(assignment)));
    }
}
