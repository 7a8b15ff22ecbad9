package io.assay.assignment.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.assignment.dispatch.KnownAssignment.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A random history of two instances that share three partitions: each step is done by {@link
 * Dispatch} and by {@link NaiveDispatch}, which must agree.
 */
final class DispatchHistory {

    private static final int PARTITIONS = 3;
    private static final int OVERALL_CAP = 12;
    private static final int PROJECT_CAP = 8;
    private static final List<String> PROJECTS = List.of("p0", "p1", "p2");

    private record Instance(Dispatch dispatch, NaiveDispatch model) {}

    private final Random random;
    private final NaiveStore store = new NaiveStore();
    private final List<Instance> instances = List.of(instance(), instance());
    private final Set<String> paused = new TreeSet<>();
    private final Set<String> given = new HashSet<>();
    private final List<String> log = new ArrayList<>();
    private Instant now = Tasks.NOW;
    private int opened;

    DispatchHistory(long seed) {
        random = new Random(seed);
        handOver(0);
        want();
    }

    private Instance instance() {
        return new Instance(new Dispatch(), new NaiveDispatch(store));
    }

    List<String> run(int steps) {
        for (int i = 0; i < steps; i++) {
            step();
        }
        return log;
    }

    private void step() {
        now = now.plusSeconds(random.nextInt(20));
        switch (random.nextInt(20)) {
            case 0, 1, 2, 3, 4 -> open();
            case 5, 6, 7, 8, 9, 10 -> take();
            case 11, 12 -> mark(Status.ANSWERED);
            case 13 -> mark(Status.RETURNED);
            case 14 -> mark(Status.LEASED);
            case 15 -> raise();
            case 16 -> extend();
            case 17 -> close();
            case 18 -> expire();
            default -> rare();
        }
    }

    private void rare() {
        switch (random.nextInt(8)) {
            case 0 -> drop(random.nextInt(PARTITIONS));
            case 1, 2, 3 -> handOver(random.nextInt(PARTITIONS));
            case 4 -> want();
            case 5 -> pauseOrResume();
            case 6 -> undo();
            default -> closeProject();
        }
    }

    private void open() {
        OpenTask task =
                new OpenTask(
                        "t" + (random.nextInt(5) == 0 ? random.nextInt(opened + 1) : opened++),
                        any(PROJECTS),
                        random.nextInt(PARTITIONS),
                        random.nextInt(6) == 0,
                        1 + random.nextInt(5),
                        random.nextInt(10),
                        random.nextInt(3),
                        now.minusSeconds(random.nextInt(100)),
                        random.nextInt(4) == 0 ? List.of(anyWorker(), "w0") : List.of());
        if (store.entries.containsKey(task.taskId())) {
            task = store.entry(task.taskId()).raised(); // as the store sees to it
            if (store.entry(task.taskId()).closed) {
                return;
            }
        }
        store.projects.add(task.projectId());
        store.open(task);
        for (Instance instance : instances) {
            instance.dispatch.open(task);
        }
    }

    private void take() {
        Instance instance = any(instances);
        int max = 1 + random.nextInt(4);
        int tier = 1 + random.nextInt(5);
        WorkRequest request = new WorkRequest(anyWorker(), OVERALL_CAP, now);
        boolean any = random.nextBoolean();
        List<LeaseAllowance> allowances =
                PROJECTS.stream()
                        .filter(p -> !paused.contains(p) && random.nextBoolean())
                        .limit(any ? PROJECTS.size() : 1)
                        .map(
                                p ->
                                        new LeaseAllowance(
                                                p,
                                                tier,
                                                max,
                                                PROJECT_CAP,
                                                0.3,
                                                1 + p.charAt(1) - '0'))
                        .toList();
        if (allowances.isEmpty()) {
            return;
        }

        List<Pick> picks =
                any
                        ? instance.dispatch.take(request, id -> allowanceOf(id, allowances), random)
                        : instance.dispatch.take(request, allowances.getFirst(), random);

        Optional<Map.Entry<LeaseAllowance, Integer>> turn =
                instance.model.turn(
                        request,
                        allowances,
                        any,
                        picks.isEmpty() ? null : goldOf(instance, request, tier, picks));
        check(instance, request, picks, turn);
        log.add(request.workerId() + picks);
        picks.forEach(pick -> write(instance, pick, request.workerId()));
        checkHeld(instance);
    }

    private static Optional<LeaseAllowance> allowanceOf(
            String project, List<LeaseAllowance> allowances) {
        return allowances.stream().filter(o -> o.projectId().equals(project)).findAny();
    }

    /** The project, if it had no work left for the worker: only gold may come of it then. */
    private static @Nullable String goldOf(
            Instance instance, WorkRequest request, int tier, List<Pick> picks) {
        String project = picks.getFirst().projectId();
        return instance.model.reachable(project, request.workerId(), tier).isEmpty()
                ? project
                : null;
    }

    /** Work in the one right order; gold in between, of any that the worker may have. */
    private void check(
            Instance instance,
            WorkRequest request,
            List<Pick> picks,
            Optional<Map.Entry<LeaseAllowance, Integer>> turn) {
        if (turn.isEmpty()) {
            assertThat(picks).isEmpty();
            return;
        }
        LeaseAllowance allowance = turn.get().getKey();
        String project = allowance.projectId();
        String worker = request.workerId();
        for (Pick pick : picks) {
            List<String> right =
                    store.entry(pick.taskId()).task.gold()
                            ? List.copyOf(instance.model.golds(project, worker, allowance.tier()))
                            : instance.model
                                    .reachable(project, worker, allowance.tier())
                                    .subList(0, 1);
            assertThat(right).contains(pick.taskId());
            assertThat(given.add(pick.taskId() + worker)).as("never twice").isTrue();
            store.mark(store.entry(pick.taskId()), worker, Status.LEASED, Instant.MAX);
        }
        instance.model.charge(allowance, picks.size());
        boolean exhausted = instance.model.reachable(project, worker, allowance.tier()).isEmpty();
        assertThat(picks.size()).isLessThanOrEqualTo(turn.get().getValue());
        assertThat(
                        exhausted
                                || picks.size() == turn.get().getValue()
                                || (instance.model.hasGold(project) && !picks.isEmpty()))
                .isTrue();
    }

    /** Most picks are written; the others put back. */
    private void write(Instance instance, Pick pick, String worker) {
        NaiveStore.Entry entry = store.entry(pick.taskId());
        if (random.nextInt(8) == 0) {
            undo(entry, worker);
        } else {
            Instant at = now.plusSeconds(random.nextInt(60));
            instance.dispatch.leased(pick.taskId(), worker, at);
            store.expires(entry, worker, at);
        }
    }

    /** Also out of order, repeated, and for workers that no instance ever served. */
    private void mark(Status status) {
        Optional<NaiveStore.Entry> entry = anyTask();
        String worker = anyWorker();
        boolean sensible = entry.isPresent() && !(entry.get().closed && status == Status.LEASED);
        if (!sensible) {
            return;
        }
        given.add(entry.get().task.taskId() + worker);
        mark(entry.get(), worker, status);
    }

    private void mark(NaiveStore.Entry entry, String worker, Status status) {
        Instant at = now.plusSeconds(random.nextInt(60));
        tell(dispatch -> dispatch.apply(entry.had(worker, status, at)));
        store.mark(entry, worker, status, at);
    }

    private void raise() {
        int wanted = random.nextInt(6);
        anyTask()
                .filter(entry -> !entry.closed)
                .ifPresent(
                        entry -> {
                            tell(dispatch -> dispatch.raise(entry.task.taskId(), wanted));
                            store.raise(entry, wanted);
                        });
    }

    private void extend() {
        String worker = anyWorker();
        Instant at = now.plusSeconds(random.nextInt(100));
        anyTask()
                .ifPresent(
                        entry -> {
                            tell(d -> d.leased(entry.task.taskId(), worker, at));
                            store.expires(entry, worker, at);
                        });
    }

    private void undo() {
        String worker = anyWorker();
        anyTask().ifPresent(entry -> undo(entry, worker));
    }

    private void undo(NaiveStore.Entry entry, String worker) {
        tell(dispatch -> dispatch.undo(entry.task.taskId(), worker));
        if (entry.status(worker) == Status.LEASED) {
            given.remove(entry.task.taskId() + worker);
        }
        store.undo(entry, worker);
    }

    private void close() {
        anyTask()
                .ifPresent(
                        entry -> {
                            tell(dispatch -> dispatch.close(entry.task.taskId()));
                            store.close(entry);
                        });
    }

    private void closeProject() {
        if (random.nextInt(4) == 0) {
            String project = any(PROJECTS);
            tell(dispatch -> dispatch.closeAll(project));
            store.closeAll(project);
            instances.forEach(instance -> instance.model.forget(project));
            tell(dispatch -> dispatch.want(project, 1));
            store.want(project, 1);
        }
    }

    /** Whatever project a lease is of, paused or closed, it runs out. */
    private void expire() {
        for (Instance instance : instances) {
            List<ExpiredLease> due = instance.dispatch.due(now, 1_000);
            assertThat(due).doesNotHaveDuplicates();
            assertThat(new HashSet<>(due)).isEqualTo(store.due(instance.model.owned, now));
            due.forEach(d -> mark(store.entry(d.taskId()), d.workerId(), Status.RETURNED));
        }
    }

    private void pauseOrResume() {
        String project = any(PROJECTS);
        if (!paused.remove(project)) {
            paused.add(project);
        }
    }

    private void want() {
        for (String project : PROJECTS) {
            int labels = random.nextInt(4);
            tell(dispatch -> dispatch.want(project, labels));
            store.want(project, labels);
        }
    }

    private void drop(int partition) {
        for (Instance instance : instances) {
            instance.dispatch.drop(Set.of(partition));
            instance.model.owned.remove(partition);
        }
    }

    /** One lets go before another takes over, and rebuilds from the store, in any order. */
    private void handOver(int partition) {
        drop(partition);
        Instance next = any(instances);
        next.dispatch.adopt(Set.of(partition));
        for (NaiveStore.Entry e : store.entries.values()) {
            if (e.task.partition() == partition) {
                next.dispatch.restore(e.closed ? List.of() : List.of(e.raised()), e.known());
            }
        }
        next.dispatch.restored();
        store.untell(partition);
        next.model.adopt(partition);
        assertThat(next.dispatch.owned()).isEqualTo(next.model.owned);
    }

    private void tell(java.util.function.Consumer<Dispatch> change) {
        instances.forEach(instance -> change.accept(instance.dispatch));
    }

    private void checkHeld(Instance instance) {
        for (String worker : workers()) {
            assertThat(instance.dispatch.held(worker)).isEqualTo((int) instance.model.held(worker));
            for (String project : PROJECTS) {
                assertThat(instance.dispatch.held(worker, project))
                        .isEqualTo((int) instance.model.held(worker, project));
            }
        }
    }

    /** Nothing is lost: everybody finds all that has free capacity, and {@code why} says so. */
    void checkReachability() {
        for (Instance instance : instances) {
            assertThat(instance.dispatch.open()).isEqualTo(instance.model.open());
            for (String project : PROJECTS) {
                for (String worker : workers()) {
                    checkAvailability(instance, project, worker);
                    drain(instance, project, worker);
                }
            }
        }
    }

    private static void checkAvailability(Instance instance, String project, String worker) {
        int tier = 3;
        TaskAvailability availability =
                instance.dispatch.availability(project, worker, tier, RemainingBudget.UNLIMITED);
        int reachable = instance.model.reachable(project, worker, tier).size();

        // where there is gold it need not show yet that there is no work
        assertThat(availability.available() || reachable == 0).isTrue();
        assertThat(availability.ready()).isGreaterThanOrEqualTo(reachable);
        assertThat(availability.readyAbove().stream().mapToInt(n -> n).sum())
                .isEqualTo(instance.model.ready(project, 5) - instance.model.ready(project, tier));
        assertThat(instance.dispatch.ready(project, tier))
                .isEqualTo(instance.model.ready(project, tier));
    }

    private void drain(Instance instance, String project, String worker) {
        Collection<String> expected = instance.model.reachable(project, worker, 5);
        List<String> found = new ArrayList<>();
        LeaseAllowance all = new LeaseAllowance(project, 5, 100_000, 100_000, 0, 1);
        List<Pick> picks;
        do {
            picks = instance.dispatch.take(new WorkRequest(worker, 100_000, now), all, random);
            picks.forEach(pick -> found.add(pick.taskId()));
        } while (!picks.isEmpty());
        assertThat(found).isEqualTo(expected);
        assertThat(
                        instance.dispatch
                                .availability(project, worker, 5, RemainingBudget.UNLIMITED)
                                .available())
                .isFalse();
        found.forEach(id -> store.mark(store.entry(id), worker, Status.LEASED, Instant.MAX));
    }

    private List<String> workers() {
        return List.of("w0", "w1", "w2", "w3", "w4", "newcomer");
    }

    private String anyWorker() {
        return "w" + random.nextInt(5);
    }

    private Optional<NaiveStore.Entry> anyTask() {
        return Optional.ofNullable(store.entries.get("t" + random.nextInt(opened + 1)));
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
