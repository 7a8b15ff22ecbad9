package io.assay.assignment.dispatch;

import static java.util.Comparator.comparing;

import io.assay.assignment.dispatch.KnownAssignment.Status;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What one {@link Dispatch} must agree with: everything recomputed from plain maps. */
final class NaiveDispatch {

    private static final Comparator<NaiveStore.Entry> BY_AGE =
            comparing((NaiveStore.Entry e) -> e.task.createdAt())
                    .thenComparing(e -> TaskIds.of(e.task.taskId()).high)
                    .thenComparing(e -> TaskIds.of(e.task.taskId()).low);
    private static final Comparator<NaiveStore.Entry> BY_NEED =
            comparing((NaiveStore.Entry e) -> -e.task.minTier())
                    .thenComparing(e -> -e.task.priority())
                    .thenComparing(e -> !e.again);

    final Set<Integer> owned = new TreeSet<>();
    private final NaiveStore store;
    private final Map<String, Double> finish = new HashMap<>();
    private final Map<String, Map<String, Instant>> asked = new HashMap<>();
    private final Map<String, Instant> unserved = new HashMap<>();
    private double virtualNow;

    NaiveDispatch(NaiveStore store) {
        this.store = store;
    }

    /** As if each task had just been opened, oldest first. */
    void adopt(int partition) {
        owned.add(partition);
        mine().filter(e -> e.task.partition() == partition)
                .forEach(
                        e -> {
                            e.waiting = false;
                            e.seen = store.wanted(e) > 0;
                            e.again = false;
                            e.waiting = e.taken() < store.wanted(e);
                        });
        mine().filter(e -> e.waiting && !e.again)
                .sorted(BY_AGE)
                .forEach(e -> e.turn = store.nextTurn());
    }

    void forget(String project) {
        finish.remove(project);
        asked.remove(project);
    }

    private Stream<NaiveStore.Entry> mine() {
        return store.entries.values().stream()
                .filter(e -> !e.closed && owned.contains(e.task.partition()));
    }

    int open() {
        return (int) mine().count();
    }

    /** Work that the worker could be given, in the order in which it would be. */
    List<String> reachable(String project, String worker, int tier) {
        Stream<NaiveStore.Entry> named =
                suitable(project, worker, tier)
                        .filter(e -> !e.task.allowedWorkers().isEmpty())
                        .sorted(BY_NEED.thenComparing(BY_AGE));
        Stream<NaiveStore.Entry> others =
                suitable(project, worker, tier)
                        .filter(e -> e.task.allowedWorkers().isEmpty())
                        .sorted(BY_NEED.thenComparing(e -> e.turn));
        return Stream.concat(named, others).map(e -> e.task.taskId()).toList();
    }

    private Stream<NaiveStore.Entry> suitable(String project, String worker, int tier) {
        return mine().filter(e -> e.task.projectId().equals(project) && !e.task.gold())
                .filter(e -> e.waiting && e.mayTake(worker, tier));
    }

    Set<String> golds(String project, String worker, int tier) {
        Set<String> golds = new HashSet<>();
        mine().filter(e -> e.task.projectId().equals(project) && e.task.gold())
                .filter(e -> e.mayTake(worker, tier))
                .forEach(e -> golds.add(e.task.taskId()));
        return golds;
    }

    /** With free capacity, for anybody. */
    int ready(String project, int tier) {
        return (int)
                mine().filter(e -> e.task.projectId().equals(project) && e.waiting)
                        .filter(e -> e.task.allowedWorkers().isEmpty() && !e.task.gold())
                        .filter(e -> e.task.minTier() <= tier)
                        .count();
    }

    long held(String worker) {
        return heldBy(worker).count();
    }

    long held(String worker, String project) {
        return heldBy(worker).filter(e -> e.task.projectId().equals(project)).count();
    }

    private Stream<NaiveStore.Entry> heldBy(String worker) {
        return store.entries.values().stream()
                .filter(e -> owned.contains(e.task.partition()))
                .filter(e -> e.status(worker) == Status.LEASED);
    }

    /**
     * The project to serve, and how many tasks at most; empty if there is nothing for the worker.
     *
     * @param goldOf the project that gave gold after the last of its work, which is chance; null if
     *     none did
     */
    Optional<Map.Entry<LeaseAllowance, Integer>> turn(
            WorkRequest request,
            List<LeaseAllowance> allowances,
            boolean any,
            @Nullable String goldOf) {
        String worker = request.workerId();
        if (any) {
            unserved.remove(worker);
        }
        for (LeaseAllowance allowance : any ? inTurn(allowances, goldOf) : allowances) {
            int count = count(request, allowance, any, goldOf);
            if (count > 0) {
                return Optional.of(Map.entry(allowance, count));
            }
        }
        if (any) {
            unserved.put(worker, request.now());
        }
        return Optional.empty();
    }

    void charge(LeaseAllowance allowance, int given) {
        virtualNow = Math.max(virtualNow, finishOf(allowance));
        finish.put(allowance.projectId(), virtualNow + given / allowance.weight());
    }

    boolean hasGold(String project) {
        return mine().anyMatch(e -> e.task.gold() && e.task.projectId().equals(project));
    }

    private boolean hasWork(String project) {
        return mine().anyMatch(e -> isReadyWorkOf(e, project));
    }

    private List<LeaseAllowance> inTurn(List<LeaseAllowance> allowances, @Nullable String goldOf) {
        return allowances.stream()
                .filter(o -> hasWork(o.projectId()) || o.projectId().equals(goldOf))
                .sorted(comparing(this::finishOf).thenComparing(LeaseAllowance::projectId))
                .toList();
    }

    private static boolean isReadyWorkOf(NaiveStore.Entry e, String project) {
        return e.waiting && !e.task.gold() && e.task.projectId().equals(project);
    }

    private double finishOf(LeaseAllowance allowance) {
        return finish.getOrDefault(allowance.projectId(), 0.0);
    }

    private int count(
            WorkRequest request, LeaseAllowance allowance, boolean any, @Nullable String goldOf) {
        String worker = request.workerId();
        long room =
                Math.min(
                        request.maxHeld() - held(worker),
                        allowance.maxHeld() - held(worker, allowance.projectId()));
        long max = Math.min(allowance.max(), room);
        if (max <= 0 || !store.projects.contains(allowance.projectId())) {
            return 0;
        }
        Map<String, Instant> requesters =
                asked.computeIfAbsent(allowance.projectId(), _ -> new TreeMap<>());
        if (!any || hasWork(allowance.projectId())) {
            requesters.put(worker, request.now());
        }
        int forAnybody = ready(allowance.projectId(), allowance.tier());
        List<String> reachable = reachable(allowance.projectId(), worker, allowance.tier());
        if (reachable.isEmpty() && allowance.projectId().equals(goldOf)) {
            return (int) max;
        }
        if (reachable.isEmpty()) {
            if (forAnybody > 0) {
                requesters.remove(worker);
            }
            return 0;
        }
        long named =
                reachable.stream()
                        .filter(id -> !store.entry(id).task.allowedWorkers().isEmpty())
                        .count();
        long rivals = lately(requesters, request.now()) + lately(unserved, request.now());
        long part = Math.max(1, Math.ceilDiv(forAnybody, rivals));
        return (int) Math.min(max, named + part);
    }

    private static long lately(Map<String, Instant> requesters, Instant now) {
        return requesters.values().stream().filter(at -> at.isAfter(now.minusSeconds(60))).count();
    }
}
