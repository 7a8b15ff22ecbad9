package io.assay.assignment.dispatch;

import java.util.Comparator;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Ready tasks that name the same workers and request for the same tier, in order, for all of those.
 */
final class NamedGroup {

    static final Comparator<Task> ORDER =
            Comparator.comparingInt((Task task) -> -task.rank())
                    .thenComparing(task -> !task.again)
                    .thenComparing(Task.BY_AGE);

    final NameSet names;
    final int minTier;
    private final NavigableSet<Task> queue = new TreeSet<>(ORDER);

    /** By the worker's position among the names: how many of the queue it has had. */
    private final int[] had;

    /** Likewise: all of the queue before this one the worker has had; null for none. */
    private final @Nullable Task[] from;

    NamedGroup(NameSet names, int minTier) {
        this.names = names;
        this.minTier = minTier;
        this.had = new int[names.size()];
        this.from = new Task[names.size()];
    }

    boolean isEmpty() {
        return queue.isEmpty();
    }

    void add(Task task) {
        queue.add(task);
        count(task, 1);
        for (int i = 0; i < from.length; i++) {
            Task first = from[i];
            if (first != null && ORDER.compare(task, first) < 0) {
                from[i] = task;
            }
        }
    }

    void remove(Task task) {
        queue.remove(task);
        count(task, -1);
    }

    private void count(Task task, int more) {
        task.eachWorker(
                worker -> {
                    int position = names.position(task.project.hashOf(worker));
                    if (position >= 0) {
                        had[position] += more;
                    }
                });
    }

    /** The worker has one of the queue for the first time. */
    void had(long hash) {
        int position = names.position(hash);
        if (position >= 0) {
            had[position]++;
        }
    }

    /** Those that the worker has not had. */
    int sizeFor(long hash) {
        int position = names.position(hash);
        return position < 0 ? 0 : queue.size() - had[position];
    }

    /** Of these, how many cost more than there is. */
    int sizeBeyond(int worker, RemainingBudget budget) {
        int beyond = 0;
        for (Task task : queue) {
            beyond += task.had(worker) || budget.covers(task.complexityPermille) ? 0 : 1;
        }
        return beyond;
    }

    /** The first that the worker has not had and that is paid for; null if there is none. */
    @Nullable Task firstFor(int worker, long hash, RemainingBudget budget) {
        int position = names.position(hash);
        if (position < 0 || had[position] == queue.size()) {
            return null;
        }
        Task start = from[position];
        boolean passed = false;
        for (Task task : start == null ? queue : queue.tailSet(start, true)) {
            if (task.had(worker)) {
                continue;
            }
            if (!passed) {
                from[position] = task;
                passed = true;
            }
            if (budget.covers(task.complexityPermille)) {
                return task;
            }
        }
        return null;
    }
}
