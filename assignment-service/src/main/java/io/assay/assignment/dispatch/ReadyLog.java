package io.assay.assignment.dispatch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Tasks with free capacity in order. New ones are only ever appended, so each worker has a cursor
 * before which everything is gone or was had; runs of gaps are jumped by path halving. Both make a
 * search constant time on average, however many tasks a worker has already had.
 */
final class ReadyLog {

    private static final int MIN_CAPACITY = 16;

    private @Nullable Task[] tasks = new Task[MIN_CAPACITY];

    /** Per slot: itself if a task stands there, else a later slot to look at. */
    private int[] next = new int[MIN_CAPACITY];

    private int end;
    private int size;

    /** By the worker's number; 0 where there is none. */
    private int[] cursors = new int[0];

    int size() {
        return size;
    }

    void append(Task task) {
        if (end == tasks.length) {
            compactOrGrow();
        }
        task.slot = end;
        next[end] = end;
        tasks[end++] = task;
        size++;
    }

    void remove(Task task) {
        tasks[task.slot] = null;
        next[task.slot] = task.slot + 1;
        task.slot = Task.NO_SLOT;
        size--;
    }

    /** The first task that the worker has not had, left in its place; null if there is none. */
    @Nullable Task firstFor(int worker) {
        if (size == 0) {
            return null;
        }
        int slot = occupied(worker < cursors.length ? cursors[worker] : 0);
        while (slot < end && at(slot).had(worker)) {
            slot = occupied(slot + 1);
        }
        moveCursor(worker, slot);
        return slot < end ? at(slot) : null;
    }

    /** In order. */
    List<Task> tasks() {
        List<Task> all = new ArrayList<>(size);
        for (int slot = occupied(0); slot < end; slot = occupied(slot + 1)) {
            all.add(at(slot));
        }
        return all;
    }

    void sortByAge() {
        List<Task> sorted = tasks();
        sorted.sort(Task.BY_AGE);
        Arrays.fill(tasks, null);
        Arrays.fill(cursors, 0);
        end = 0;
        size = 0;
        sorted.forEach(this::append);
    }

    private void moveCursor(int worker, int slot) {
        if (worker >= cursors.length) {
            cursors = Arrays.copyOf(cursors, Math.max(worker + 1, cursors.length * 3 / 2));
        }
        cursors[worker] = slot;
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
        int[] movedTo = new int[end + 1];
        int length = size * 2 > end ? end * 2 : Math.max(MIN_CAPACITY, end);
        tasks = new Task[length];
        next = new int[length];
        int to = 0;
        for (int slot = 0; slot < end; slot++) {
            Task task = old[slot];
            movedTo[slot] = to;
            if (task != null) {
                task.slot = to;
                next[to] = to;
                tasks[to++] = task;
            }
        }
        movedTo[end] = to;
        Arrays.setAll(cursors, worker -> movedTo[cursors[worker]]);
        end = to;
    }
}
