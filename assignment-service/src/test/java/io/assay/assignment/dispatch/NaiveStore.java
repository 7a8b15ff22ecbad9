package io.assay.assignment.dispatch;

import io.assay.assignment.dispatch.KnownAssignment.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** All tasks and assignments there are, whoever owns their partitions. */
final class NaiveStore {

    private record Held(Status status, Instant expiresAt, boolean told) {}

    static final class Entry {
        final OpenTask task;
        final Map<String, Held> workers = new TreeMap<>();
        int wanted;
        boolean closed;

        // where it stands at its owner's
        boolean waiting;
        boolean seen;
        boolean again;
        long turn;

        Entry(OpenTask task) {
            this.task = task;
            this.wanted = task.wanted();
        }

        @Nullable Status status(String worker) {
            Held held = workers.get(worker);
            return held == null ? null : held.status();
        }

        long taken() {
            return workers.values().stream().filter(h -> h.status() != Status.RETURNED).count();
        }

        boolean mayTake(String worker, int tier) {
            return task.minTier() <= tier
                    && !workers.containsKey(worker)
                    && (task.allowedWorkers().isEmpty() || task.allowedWorkers().contains(worker));
        }

        /** As the store gives it to a new owner. */
        OpenTask raised() {
            return new OpenTask(
                    task.taskId(),
                    task.projectId(),
                    task.partition(),
                    task.gold(),
                    task.minTier(),
                    task.priority(),
                    wanted,
                    task.createdAt(),
                    task.allowedWorkers());
        }

        List<KnownAssignment> known() {
            List<KnownAssignment> known = new ArrayList<>();
            workers.forEach((w, h) -> known.add(had(w, h.status(), h.expiresAt())));
            return known;
        }

        KnownAssignment had(String worker, Status status, Instant expiresAt) {
            return new KnownAssignment(
                    task.taskId(), task.projectId(), task.partition(), worker, status, expiresAt);
        }
    }

    final Map<String, Entry> entries = new TreeMap<>();

    /** Known to dispatch: their rule was told, or a task. */
    final Set<String> projects = new HashSet<>();

    private final Map<String, Integer> want = new HashMap<>();
    private long turns;

    long nextTurn() {
        return ++turns;
    }

    Entry entry(String id) {
        Entry entry = entries.get(id);
        if (entry == null) {
            throw new AssertionError("no task " + id);
        }
        return entry;
    }

    int wanted(Entry entry) {
        return Math.max(entry.wanted, want.getOrDefault(entry.task.projectId(), 0));
    }

    void open(OpenTask task) {
        Entry entry = new Entry(task);
        if (entries.putIfAbsent(task.taskId(), entry) == null) {
            settle(entry);
        }
    }

    void want(String project, int labels) {
        projects.add(project);
        want.put(project, labels);
        entries.values().stream()
                .filter(e -> !e.closed && e.task.projectId().equals(project))
                .sorted(
                        java.util.Comparator.comparing((Entry e) -> e.task.createdAt())
                                .thenComparing(e -> TaskIds.of(e.task.taskId()).high)
                                .thenComparing(e -> TaskIds.of(e.task.taskId()).low))
                .forEach(this::settle);
    }

    void raise(Entry entry, int labels) {
        entry.wanted = Math.max(entry.wanted, labels);
        settle(entry);
    }

    void close(Entry entry) {
        entry.closed = true;
    }

    void closeAll(String project) {
        projects.remove(project);
        want.remove(project);
        entries.values().stream()
                .filter(e -> e.task.projectId().equals(project))
                .forEach(this::close);
    }

    void mark(Entry entry, String worker, Status next, Instant expiresAt) {
        entry.workers.merge(
                worker,
                new Held(next, expiresAt, false),
                (now, to) ->
                        now.status() == Status.LEASED && to.status() != Status.LEASED ? to : now);
        settle(entry);
    }

    void expires(Entry entry, String worker, Instant at) {
        if (entry.status(worker) == Status.LEASED) {
            entry.workers.put(worker, new Held(Status.LEASED, at, false));
        }
    }

    void undo(Entry entry, String worker) {
        if (entry.status(worker) == Status.LEASED) {
            entry.workers.remove(worker);
            entry.waiting = false;
            settle(entry);
        }
    }

    /** Those that ran out in these partitions, each told once. */
    Set<ExpiredLease> due(Set<Integer> partitions, Instant now) {
        Set<ExpiredLease> due = new HashSet<>();
        for (Entry e : entries.values()) {
            e.workers.replaceAll(
                    (worker, held) -> {
                        boolean ends =
                                partitions.contains(e.task.partition())
                                        && held.status() == Status.LEASED
                                        && !held.told()
                                        && !held.expiresAt().isAfter(now);
                        if (ends) {
                            due.add(new ExpiredLease(e.task.taskId(), worker));
                        }
                        return ends ? new Held(Status.LEASED, held.expiresAt(), true) : held;
                    });
        }
        return due;
    }

    /** A new owner tells again. */
    void untell(int partition) {
        for (Entry e : entries.values()) {
            if (e.task.partition() == partition) {
                e.workers.replaceAll((_, held) -> new Held(held.status(), held.expiresAt(), false));
            }
        }
    }

    private void settle(Entry entry) {
        boolean free = !entry.closed && entry.taken() < wanted(entry);
        if (free && !entry.waiting) {
            entry.again = entry.seen;
            entry.seen = true;
            entry.turn = nextTurn();
        }
        entry.waiting = free;
    }
}
