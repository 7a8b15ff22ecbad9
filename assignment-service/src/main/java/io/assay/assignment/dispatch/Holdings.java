package io.assay.assignment.dispatch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * The workers, their live leases, and when each runs out. Leases of closed tasks are among them.
 */
final class Holdings {

    /** Below this many it is not worth while to clear up. */
    private static final int FEW = 1_000;

    private record Timer(long at, Lease lease) {

        boolean runs() {
            return !lease.over && lease.expiresAt == at;
        }
    }

    private final Map<String, Holder> holders = new HashMap<>();
    private final List<Holder> byNumber = new ArrayList<>();
    private final PriorityQueue<Timer> timers =
            new PriorityQueue<>(Comparator.comparingLong(Timer::at));
    private int live;

    Holder holder(String workerId) {
        Holder holder = holders.get(workerId);
        if (holder == null) {
            holder = new Holder(workerId, holders.size());
            holders.put(workerId, holder);
            byNumber.add(holder);
        }
        return holder;
    }

    /** Of the worker's id. */
    long hashOf(int number) {
        return byNumber.get(number).hash;
    }

    void add(Holder holder, TaskId task, String projectId, int partition) {
        Lease before = holder.leases.put(task, new Lease(holder, task, projectId, partition));
        if (before == null) {
            live++;
        } else {
            before.over = true;
        }
    }

    void remove(Holder holder, TaskId task) {
        Lease lease = holder.leases.remove(task);
        if (lease != null) {
            end(lease);
        }
    }

    void expire(Holder holder, TaskId task, Instant at) {
        Lease lease = holder.leases.get(task);
        if (lease != null) {
            lease.expiresAt = at.toEpochMilli();
            timers.add(new Timer(lease.expiresAt, lease));
            clearUp();
        }
    }

    /** Takes out what ran out by now and is still held. */
    List<Lease> due(Instant now, int most) {
        List<Lease> due = new ArrayList<>();
        while (due.size() < most
                && !timers.isEmpty()
                && timers.element().at() <= now.toEpochMilli()) {
            Timer next = timers.remove();
            if (next.runs()) {
                next.lease().expiresAt = Lease.NEVER;
                due.add(next.lease());
            }
        }
        return due;
    }

    void drop(Collection<Integer> partitions) {
        for (Holder holder : holders.values()) {
            holder.leases
                    .values()
                    .removeIf(
                            lease -> {
                                boolean drop = partitions.contains(lease.partition);
                                if (drop) {
                                    end(lease);
                                }
                                return drop;
                            });
        }
        clearUp();
    }

    int live() {
        return live;
    }

    private void end(Lease lease) {
        lease.over = true;
        live--;
    }

    /** Timers of ended leases would fill the memory until they run out. */
    private void clearUp() {
        if (timers.size() > 2 * live + FEW) {
            timers.removeIf(timer -> !timer.runs());
        }
    }
}
