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
final class LiveLeases {

    /** Below this many it is not worth while to clear up. */
    private static final int MIN_TIMERS_TO_CLEAN = 1_000;

    private record Timer(long at, LiveLease lease) {

        boolean runs() {
            return !lease.over && lease.expiresAt == at;
        }
    }

    private final Map<String, LeaseHolder> holders = new HashMap<>();
    private final List<LeaseHolder> byNumber = new ArrayList<>();
    private final PriorityQueue<Timer> timers =
            new PriorityQueue<>(Comparator.comparingLong(Timer::at));
    private int live;

    LeaseHolder holder(String workerId) {
        LeaseHolder holder = holders.get(workerId);
        if (holder == null) {
            holder = new LeaseHolder(workerId, holders.size());
            holders.put(workerId, holder);
            byNumber.add(holder);
        }
        return holder;
    }

    /** Of the worker's id. */
    long hashOf(int number) {
        return byNumber.get(number).hash;
    }

    void add(LeaseHolder holder, TaskId task, String projectId, int partition) {
        LiveLease before =
                holder.leases.put(task, new LiveLease(holder, task, projectId, partition));
        if (before == null) {
            live++;
        } else {
            before.over = true;
        }
    }

    void remove(LeaseHolder holder, TaskId task) {
        LiveLease lease = holder.leases.remove(task);
        if (lease != null) {
            end(lease);
        }
    }

    void expire(LeaseHolder holder, TaskId task, Instant at) {
        LiveLease lease = holder.leases.get(task);
        if (lease != null) {
            lease.expiresAt = at.toEpochMilli();
            timers.add(new Timer(lease.expiresAt, lease));
            cleanTimers();
        }
    }

    /** Takes out what ran out by now and is still held. */
    List<LiveLease> due(Instant now, int max) {
        List<LiveLease> due = new ArrayList<>();
        while (due.size() < max
                && !timers.isEmpty()
                && timers.element().at() <= now.toEpochMilli()) {
            Timer next = timers.remove();
            if (next.runs()) {
                next.lease().expiresAt = LiveLease.NEVER;
                due.add(next.lease());
            }
        }
        return due;
    }

    void drop(Collection<Integer> partitions) {
        for (LeaseHolder holder : holders.values()) {
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
        cleanTimers();
    }

    int live() {
        return live;
    }

    private void end(LiveLease lease) {
        lease.over = true;
        live--;
    }

    /** Timers of ended leases would fill the memory until they run out. */
    private void cleanTimers() {
        if (timers.size() > 2 * live + MIN_TIMERS_TO_CLEAN) {
            timers.removeIf(timer -> !timer.runs());
        }
    }
}
