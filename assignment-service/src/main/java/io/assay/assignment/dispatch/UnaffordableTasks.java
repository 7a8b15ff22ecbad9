package io.assay.assignment.dispatch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Ready tasks of one project that cost more than was left of its budget when a worker asked. They
 * are kept apart, by price, so that a search for affordable tasks does not pass them. The cheapest
 * is given first.
 */
final class UnaffordableTasks {

    /** By lowest tier less one, then by complexity. */
    private final List<NavigableMap<Integer, ReadyLog>> byTier = new ArrayList<>();

    private int size;

    UnaffordableTasks() {
        for (int tier = 0; tier < OpenTask.TIERS; tier++) {
            byTier.add(new TreeMap<>());
        }
    }

    int size() {
        return size;
    }

    void add(Task task) {
        task.unaffordable = true;
        size++;
        logs(task).computeIfAbsent(task.complexityPermille, _ -> new ReadyLog()).append(task);
    }

    void remove(Task task) {
        ReadyLog log = logs(task).get(task.complexityPermille);
        if (log != null) {
            log.remove(task);
            if (log.size() == 0) {
                logs(task).remove(task.complexityPermille);
            }
            size--;
        }
        task.unaffordable = false;
    }

    /** For a worker of this tier; with those that the worker has had. */
    int size(int tier) {
        int found = 0;
        for (NavigableMap<Integer, ReadyLog> logs : byTier.subList(0, tier)) {
            found += size(logs);
        }
        return found;
    }

    /** Of these, how many cost more than there is. */
    int sizeBeyond(int tier, RemainingBudget budget) {
        int found = 0;
        for (NavigableMap<Integer, ReadyLog> logs : byTier.subList(0, tier)) {
            for (Map.Entry<Integer, ReadyLog> log : logs.descendingMap().entrySet()) {
                if (budget.covers(log.getKey())) {
                    break;
                }
                found += log.getValue().size();
            }
        }
        return found;
    }

    /** A task that the worker has not had and that is paid for; null if there is none. */
    @Nullable Task firstFor(int worker, int tier, RemainingBudget budget) {
        for (int i = tier - 1; i >= 0; i--) {
            for (Map.Entry<Integer, ReadyLog> log : byTier.get(i).entrySet()) {
                if (!budget.covers(log.getKey())) {
                    break;
                }
                Task task = log.getValue().firstFor(worker);
                if (task != null) {
                    return task;
                }
            }
        }
        return null;
    }

    /** Of the dearest; 0 if there are none. */
    int mostComplex() {
        int most = 0;
        for (NavigableMap<Integer, ReadyLog> logs : byTier) {
            most = Math.max(most, logs.isEmpty() ? 0 : logs.lastKey());
        }
        return most;
    }

    /** All, taken out. */
    List<Task> takeAll() {
        List<Task> all = new ArrayList<>(size);
        for (NavigableMap<Integer, ReadyLog> logs : byTier) {
            logs.values().forEach(log -> all.addAll(log.tasks()));
        }
        all.forEach(this::remove);
        return all;
    }

    private static int size(NavigableMap<Integer, ReadyLog> logs) {
        return logs.values().stream().mapToInt(ReadyLog::size).sum();
    }

    private NavigableMap<Integer, ReadyLog> logs(Task task) {
        return byTier.get(task.minTier() - 1);
    }
}
