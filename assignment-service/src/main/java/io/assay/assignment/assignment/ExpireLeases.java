package io.assay.assignment.assignment;

import io.assay.assignment.assignment.Assignment.Lease;
import io.assay.assignment.assignment.Assignment.Leased;
import io.assay.assignment.assignment.AssignmentDecider.Decision.Decided;
import io.assay.assignment.assignment.AssignmentDecider.Decision.Refused;
import io.assay.assignment.assignment.AssignmentDecider.Decision.Repeated;
import io.assay.assignment.dispatch.Dispatch;
import io.assay.assignment.dispatch.ExpiredLease;
import io.assay.assignment.task.MongoOwners;
import io.assay.events.Ids;
import io.assay.messaging.AggregateStore;
import io.assay.messaging.Change;
import io.assay.messaging.Versioned;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Ends the leases that expired, of the partitions that this instance owns. */
final class ExpireLeases {

    private static final int BATCH = 500;
    private static final Duration RETRY_DELAY = Duration.ofSeconds(1);

    private final Dispatch dispatch;
    private final AggregateStore<Assignment> assignments;
    private final MongoOwners owners;
    private final AssignmentMetrics metrics;
    private final Clock clock;

    ExpireLeases(
            Dispatch dispatch,
            AggregateStore<Assignment> assignments,
            MongoOwners owners,
            AssignmentMetrics metrics,
            Clock clock) {
        this.dispatch = dispatch;
        this.assignments = assignments;
        this.owners = owners;
        this.metrics = metrics;
        this.clock = clock;
    }

    void run() {
        Instant now = clock.instant();
        List<ExpiredLease> due = dispatch.due(now, BATCH);
        while (!due.isEmpty()) {
            expireOrRetry(due, now);
            due = dispatch.due(now, BATCH);
        }
    }

    private void expireOrRetry(List<ExpiredLease> due, Instant now) {
        try {
            Set<String> stale = expire(due, now);
            retry(due.stream().filter(d -> stale.contains(id(d))).toList(), now);
        } catch (RuntimeException e) {
            retry(due, now);
            throw e;
        }
    }

    /** The ids of those changed meanwhile. */
    private Set<String> expire(List<ExpiredLease> due, Instant now) {
        Map<String, Versioned<Assignment>> found =
                assignments.findAll(due.stream().map(ExpireLeases::id).toList());
        Set<Integer> lost =
                owners.lost(
                        found.values().stream()
                                .map(read -> read.state().lease().partition())
                                .collect(Collectors.toSet()));
        List<Change<Assignment>> changes = new ArrayList<>();
        for (Versioned<Assignment> read : found.values()) {
            if (lost.contains(read.state().lease().partition())) {
                continue; // its new owner watches over it
            }
            switch (AssignmentDecider.expire(read.state(), now)) {
                case Decided(Assignment next, var events) ->
                        changes.add(new Change<>(read, next, events));
                case Repeated(Leased(Lease lease)) -> watch(lease);
                case Repeated _, Refused _ -> dispatch.apply(read.state().forDispatch());
            }
        }
        Set<String> stale = assignments.updateAll(changes);
        changes.stream().filter(c -> !stale.contains(c.read().id())).forEach(this::expired);
        return stale;
    }

    /** Extended, perhaps at another instance: its time runs anew. */
    private void watch(Lease lease) {
        dispatch.leased(lease.taskId(), lease.workerId(), lease.expiresAt());
    }

    private void expired(Change<Assignment> change) {
        dispatch.apply(change.next().forDispatch());
        metrics.moved(change.next());
    }

    private void retry(List<ExpiredLease> due, Instant now) {
        due.forEach(d -> dispatch.leased(d.taskId(), d.workerId(), now.plus(RETRY_DELAY)));
    }

    private static String id(ExpiredLease due) {
        return Ids.assignmentId(due.taskId(), due.workerId());
    }
}
