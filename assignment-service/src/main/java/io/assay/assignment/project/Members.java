package io.assay.assignment.project;

import java.util.Set;
import java.util.TreeSet;

/**
 * The workers that a project with a number of places has taken.
 *
 * @param workers at most as many as there were ever places
 */
record Members(Set<String> workers) {

    static final Members NONE = new Members(Set.of());

    Members {
        workers = Set.copyOf(workers);
    }

    /** The same if there is no place left, or the worker has one. */
    Members with(String workerId, int places) {
        if (workers.size() >= places || workers.contains(workerId)) {
            return this;
        }
        Set<String> next = new TreeSet<>(workers);
        next.add(workerId);
        return new Members(next);
    }
}
