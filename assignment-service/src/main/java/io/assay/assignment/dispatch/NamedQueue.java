package io.assay.assignment.dispatch;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Ready tasks of one project that name their workers, in a queue for each of those: whoever is not
 * named never looks at them.
 */
final class NamedQueue {

    private static final Comparator<Task> ORDER =
            Comparator.comparingInt((Task task) -> -task.rank())
                    .thenComparing(task -> !task.again)
                    .thenComparing(Task.BY_AGE);

    /** By worker and lowest tier, see {@link #key}. */
    private final Map<Integer, TreeSet<Task>> queues = new HashMap<>();

    private int size;

    int size() {
        return size;
    }

    void add(Task task) {
        task.slot = 0;
        size++;
        for (int worker : task.named) {
            if (!task.had(worker)) {
                queues.computeIfAbsent(key(worker, task.minTier()), _ -> new TreeSet<>(ORDER))
                        .add(task);
            }
        }
    }

    void remove(Task task) {
        task.slot = Task.NOWHERE;
        size--;
        for (int worker : task.named) {
            hide(task, worker);
        }
    }

    /** From a worker who has had it. */
    void hide(Task task, int worker) {
        int key = key(worker, task.minTier());
        TreeSet<Task> queue = queues.get(key);
        if (queue != null && queue.remove(task) && queue.isEmpty()) {
            queues.remove(key);
        }
    }

    int sizeFor(int worker, int tier) {
        int ready = 0;
        for (int minTier = tier; minTier > 0 && !queues.isEmpty(); minTier--) {
            TreeSet<Task> queue = queues.get(key(worker, minTier));
            ready += queue == null ? 0 : queue.size();
        }
        return ready;
    }

    /** Of these, how many cost more than there is. */
    int sizeBeyond(int worker, int tier, Purse purse) {
        int beyond = 0;
        for (int minTier = tier; minTier > 0 && !queues.isEmpty(); minTier--) {
            TreeSet<Task> queue = queues.get(key(worker, minTier));
            if (queue != null) {
                for (Task task : queue) {
                    beyond += purse.covers(task.complexityPermille) ? 0 : 1;
                }
            }
        }
        return beyond;
    }

    /**
     * The first task that the worker has not had and that is paid for, left in its place; null if
     * there is none.
     */
    @Nullable Task firstFor(int worker, int tier, Purse purse) {
        for (int minTier = tier; minTier > 0 && !queues.isEmpty(); minTier--) {
            TreeSet<Task> queue = queues.get(key(worker, minTier));
            if (queue != null) {
                for (Task task : queue) {
                    if (purse.covers(task.complexityPermille)) {
                        return task;
                    }
                }
            }
        }
        return null;
    }

    private static int key(int worker, int minTier) {
        return worker * OpenTask.TIERS + minTier - 1;
    }
}
