package io.assay.assignment.dispatch;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Tasks with free capacity in order. New ones are only ever appended, so each worker has a cursor
 * before which everything is gone or was had; runs of gaps are jumped by path halving. Both make a
 * search constant time on average, however many tasks a worker has already had.
 */
final class ReadyLog {

    private static final int SMALLEST = 16;

    private @Nullable Task[] tasks = new Task[SMALLEST];

    /** Per slot: itself if a task stands there, else a later slot to look at. */
    private int[] next = new int[SMALLEST];

    private int end;
    private int size;

    /** By worker; a hint only, so compaction forgets them. */
    private final Map<Integer, Integer> cursors = new HashMap<>();

    int size() {
        return size;
    }

    void append(Task task) {
        if (end == tasks.length) {
            compactOrGrow();
        }
        task.log = this;
        task.slot = end;
        next[end] = end;
        tasks[end++] = task;
        size++;
    }

    void remove(Task task) {
        tasks[task.slot] = null;
        next[task.slot] = task.slot + 1;
        task.log = null;
        size--;
    }

    /** The first task that the worker has not had, left in its place; null if there is none. */
    @Nullable Task firstFor(int worker) {
        if (size == 0) {
            return null;
        }
        int slot = occupied(cursors.getOrDefault(worker, 0));
        while (slot < end && at(slot).workers.contains(worker)) {
            slot = occupied(slot + 1);
        }
        cursors.put(worker, slot);
        return slot < end ? at(slot) : null;
    }

    private Task at(int slot) {
        return Objects.requireNonNull(tasks[slot]);
    }

    private int occupied(int from) {
        int slot = from;
        while (slot < end && next[slot] != slot) {
            if (next[slot] < end) {
                next[slot] = next[next[slot]];
            }
            slot = next[slot];
        }
        return slot;
    }

    private void compactOrGrow() {
        @Nullable Task[] old = tasks;
        int length = size * 2 > end ? end * 2 : Math.max(SMALLEST, end);
        tasks = new Task[length];
        next = new int[length];
        int to = 0;
        for (Task task : Arrays.copyOf(old, end)) {
            if (task != null) {
                task.slot = to;
                next[to] = to;
                tasks[to++] = task;
            }
        }
        if (to < end) {
            cursors.clear();
        }
        end = to;
    }
}
