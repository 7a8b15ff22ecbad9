package io.assay.assignment.dispatch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Ready tasks of one project that name their workers, in one queue for all that name the same:
 * whoever is not named never looks at them, and a task takes no more memory the more it names.
 */
final class NamedQueue {

    private record Key(NameSet names, int minTier) {}

    private final Map<Key, NamedGroup> groups = new HashMap<>();

    /** By the hash of each worker that is named. */
    private final Map<Long, List<NamedGroup>> byName = new HashMap<>();

    private int size;

    int size() {
        return size;
    }

    void add(Task task) {
        task.slot = 0;
        size++;
        groups.computeIfAbsent(keyOf(task), this::open).add(task);
    }

    void remove(Task task) {
        task.slot = Task.NO_SLOT;
        size--;
        NamedGroup group = groups.get(keyOf(task));
        if (group != null) {
            group.remove(task);
            if (group.isEmpty()) {
                close(group);
            }
        }
    }

    /** The worker has this task of the queue for the first time. */
    void had(Task task, int worker) {
        NamedGroup group = groups.get(keyOf(task));
        if (group != null) {
            group.had(task.project.hashOf(worker));
        }
    }

    int sizeFor(long hash, int tier) {
        int ready = 0;
        for (NamedGroup group : groupsOf(hash)) {
            ready += group.minTier <= tier ? group.sizeFor(hash) : 0;
        }
        return ready;
    }

    /** Of these, how many cost more than there is. */
    int sizeBeyond(int worker, long hash, int tier, RemainingBudget budget) {
        int beyond = 0;
        for (NamedGroup group : groupsOf(hash)) {
            beyond += group.minTier <= tier ? group.sizeBeyond(worker, budget) : 0;
        }
        return beyond;
    }

    /**
     * The first task that the worker has not had and that is paid for, left in its place; null if
     * there is none.
     */
    @Nullable Task firstFor(int worker, long hash, int tier, RemainingBudget budget) {
        Task first = null;
        for (NamedGroup group : groupsOf(hash)) {
            Task task = group.minTier <= tier ? group.firstFor(worker, hash, budget) : null;
            if (task != null && (first == null || NamedGroup.ORDER.compare(task, first) < 0)) {
                first = task;
            }
        }
        return first;
    }

    private List<NamedGroup> groupsOf(long hash) {
        return groups.isEmpty() ? List.of() : byName.getOrDefault(hash, List.of());
    }

    private NamedGroup open(Key key) {
        NamedGroup group = new NamedGroup(key.names(), key.minTier());
        for (int i = 0; i < key.names().size(); i++) {
            byName.computeIfAbsent(key.names().hash(i), _ -> new ArrayList<>(1)).add(group);
        }
        return group;
    }

    private void close(NamedGroup group) {
        groups.remove(new Key(group.names, group.minTier));
        for (int i = 0; i < group.names.size(); i++) {
            long hash = group.names.hash(i);
            List<NamedGroup> others = byName.get(hash);
            if (others != null && others.remove(group) && others.isEmpty()) {
                byName.remove(hash);
            }
        }
    }

    private static Key keyOf(Task task) {
        return new Key(task.named, task.minTier());
    }
}
