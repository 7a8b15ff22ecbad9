package io.assay.assignment.dispatch;

import java.util.Comparator;
import java.util.TreeSet;

/**
 * Fairness between projects, by weighted fair queueing: the one that was given least by its weight
 * goes first, and one that had no work meanwhile saves up nothing. And fairness between workers,
 * who share what is scarce.
 */
final class FairShare {

    private final TreeSet<ProjectQueue> projects =
            new TreeSet<>(
                    Comparator.comparingDouble((ProjectQueue project) -> project.finish)
                            .thenComparing(ProjectQueue::projectId));

    private double now;

    void add(ProjectQueue project) {
        projects.add(project);
    }

    void remove(ProjectQueue project) {
        projects.remove(project);
    }

    /** Whose turn it is, then who comes next. */
    Iterable<ProjectQueue> inTurn() {
        return projects;
    }

    void charge(ProjectQueue project, int given, double weight) {
        projects.remove(project);
        now = Math.max(now, project.finish);
        project.finish = now + given / weight;
        projects.add(project);
    }

    /**
     * How many tasks one worker gets, so that the first to ask does not get all: an equal part of
     * what is ready for anybody, at least one, and what is ready for this worker alone.
     *
     * @param max that the worker may get in any case
     * @param requesters workers who asked lately, this one among them
     */
    static int portion(int max, int own, int ready, int requesters) {
        int part = Math.max(1, Math.ceilDiv(ready, Math.max(1, requesters)));
        return Math.min(max, own + part);
    }
}
