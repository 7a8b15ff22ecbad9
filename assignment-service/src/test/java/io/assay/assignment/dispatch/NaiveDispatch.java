package io.assay.assignment.dispatch;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What {@link Dispatch} must agree with: everything recomputed from plain maps. */
final class NaiveDispatch {

    record Entry(OpenTask task, int wanted, Map<String, Holding> workers) {

        long taken() {
            return workers.values().stream().filter(h -> h != Holding.RETURNED).count();
        }
    }

    final Map<String, Entry> tasks = new TreeMap<>();
    final Map<String, Integer> projects = new HashMap<>();

    void open(OpenTask task) {
        tasks.putIfAbsent(task.taskId(), new Entry(task, task.wanted(), new HashMap<>()));
    }

    void raise(String taskId, int wanted) {
        tasks.computeIfPresent(
                taskId, (id, e) -> new Entry(e.task(), Math.max(wanted, e.wanted()), e.workers()));
    }

    void mark(String taskId, String worker, Holding next) {
        Entry entry = tasks.get(taskId);
        if (entry != null) {
            entry.workers().merge(worker, next, (now, to) -> now == Holding.LEASED ? to : now);
        }
    }

    void undo(String taskId, String worker) {
        Entry entry = tasks.get(taskId);
        if (entry != null) {
            entry.workers().remove(worker, Holding.LEASED);
        }
    }

    void drop(int partition) {
        tasks.values().removeIf(e -> e.task().partition() == partition);
    }

    int wanted(Entry entry) {
        return Math.max(entry.wanted(), projects.getOrDefault(entry.task().projectId(), 0));
    }

    /** Work that the worker could be given. */
    Set<String> reachable(String project, String worker, int tier) {
        Set<String> reachable = new TreeSet<>();
        for (Entry entry : tasks.values()) {
            OpenTask task = entry.task();
            if (task.projectId().equals(project)
                    && !task.gold()
                    && task.minTier() <= tier
                    && entry.taken() < wanted(entry)
                    && !entry.workers().containsKey(worker)) {
                reachable.add(task.taskId());
            }
        }
        return reachable;
    }
}
