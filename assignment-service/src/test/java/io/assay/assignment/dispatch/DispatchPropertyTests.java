package io.assay.assignment.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Random histories against {@link NaiveDispatch}; the seed is the shrunk counterexample. */
class DispatchPropertyTests {

    private static final int PARTITIONS = 3;
    private static final List<String> PROJECTS = List.of("p0", "p1", "p2");

    @Property(tries = 400)
    void agreesWithTheNaiveModelOverAnyHistory(
            @ForAll long seed, @ForAll @IntRange(min = 10, max = 400) int steps) {
        History history = new History(seed);

        for (int step = 0; step < steps; step++) {
            history.step();
        }

        history.checkReachability();
    }

    @Property(tries = 50)
    void keepsTheRateOfGoldOverManyDraws(
            @ForAll long seed, @ForAll @IntRange(max = 50) int permille10) {
        double rate = permille10 / 100.0;
        Dispatch dispatch = new Dispatch();
        dispatch.adopt(0, List.of(), List.of());
        dispatch.want("p", 1);
        for (int i = 0; i < 2_000; i++) {
            dispatch.open(new OpenTask("w" + i, "p", 0, false, 1, 0, 0));
            dispatch.open(new OpenTask("g" + i, "p", 0, true, 1, 0, 0));
        }
        Random random = new Random(seed);

        int golds = 0;
        for (int worker = 0; worker < 100; worker++) {
            Offer offer = new Offer("p", 1, 20, 20, rate, 1);
            golds +=
                    (int)
                            dispatch.take("u" + worker, List.of(offer), 100, random).stream()
                                    .filter(pick -> pick.taskId().startsWith("g"))
                                    .count();
        }

        // five standard deviations of the binomial, at least
        assertThat(golds / 2_000.0).isBetween(rate - 0.056, rate + 0.056);
    }

    @Property(tries = 100)
    void isTheSameForTheSameSeed(@ForAll long seed) {
        assertThat(new History(seed).run(200)).isEqualTo(new History(seed).run(200));
    }

    private static final class History {

        private final Random random;
        private final Dispatch dispatch = new Dispatch();
        private final NaiveDispatch model = new NaiveDispatch();
        private final Set<Integer> owned = new TreeSet<>();
        private final Set<String> closed = new HashSet<>();
        private final List<String> log = new ArrayList<>();
        private int opened;

        History(long seed) {
            random = new Random(seed);
            adopt(0);
            want();
        }

        List<String> run(int steps) {
            for (int i = 0; i < steps; i++) {
                step();
            }
            return log;
        }

        void step() {
            switch (random.nextInt(16)) {
                case 0, 1, 2, 3 -> open();
                case 4, 5, 6, 7, 8 -> take();
                case 9 -> mark(Holding.ANSWERED);
                case 10 -> mark(Holding.RETURNED);
                case 11 -> mark(Holding.LEASED);
                case 12 -> raise();
                case 13 -> undo();
                case 14 -> close();
                default -> rare();
            }
        }

        private void rare() {
            switch (random.nextInt(6)) {
                case 0 -> drop();
                case 1, 2 -> adopt(random.nextInt(PARTITIONS));
                case 3 -> want();
                default -> {}
            }
        }

        private void open() {
            OpenTask task =
                    new OpenTask(
                            "t" + (random.nextInt(5) == 0 ? random.nextInt(opened + 1) : opened++),
                            anyProject(),
                            random.nextInt(PARTITIONS),
                            random.nextInt(6) == 0,
                            1 + random.nextInt(5),
                            random.nextInt(10),
                            random.nextInt(3));
            if (closed.contains(task.taskId())) {
                return; // as the store sees to it
            }
            dispatch.open(task);
            if (owned.contains(task.partition())) {
                model.open(task);
            }
        }

        private void take() {
            String worker = anyWorker();
            int tier = 1 + random.nextInt(5);
            int most = 1 + random.nextInt(4);
            List<Offer> offers =
                    PROJECTS.stream()
                            .filter(p -> random.nextBoolean())
                            .map(p -> new Offer(p, tier, most, 8, 0.3, 1 + random.nextInt(3)))
                            .toList();
            int before = dispatch.held(worker);

            boolean anyWork =
                    offers.stream()
                            .anyMatch(
                                    o ->
                                            dispatch.held(worker, o.projectId()) < o.cap()
                                                    && !model.reachable(o.projectId(), worker, tier)
                                                            .isEmpty());

            List<Pick> picks = dispatch.take(worker, offers, 12, random);

            assertThat(picks.isEmpty()).isEqualTo(before >= 12 || !anyWork);
            assertThat(picks).hasSizeLessThanOrEqualTo(most);
            assertThat(dispatch.held(worker)).isEqualTo(before + picks.size());
            assertThat(picks.size()).isLessThanOrEqualTo(Math.max(0, 12 - before));
            picks.forEach(pick -> check(pick, worker, tier));
            log.add(worker + picks);
        }

        private void check(Pick pick, String worker, int tier) {
            NaiveDispatch.Entry entry = model.tasks.get(pick.taskId());
            assertThat(entry).as("open: " + pick).isNotNull();
            assertThat(entry.workers()).as("never twice").doesNotContainKey(worker);
            assertThat(entry.task().minTier()).isLessThanOrEqualTo(tier);
            if (!entry.task().gold()) {
                assertThat(entry.taken()).as("capacity").isLessThan(model.wanted(entry));
            }
            model.mark(pick.taskId(), worker, Holding.LEASED);
        }

        /** Also out of order, repeated, and for workers that this instance never served. */
        private void mark(Holding holding) {
            String task = anyTask();
            String worker = anyWorker();
            NaiveDispatch.Entry entry = model.tasks.get(task);
            dispatch.apply(
                    entry == null
                            ? new Had(task, "p0", 0, worker, holding, Instant.EPOCH)
                            : had(entry, worker, holding));
            model.mark(task, worker, holding);
        }

        private void raise() {
            String task = anyTask();
            int wanted = random.nextInt(6);
            dispatch.raise(task, wanted);
            model.raise(task, wanted);
        }

        private void undo() {
            String task = anyTask();
            String worker = anyWorker();
            dispatch.undo(task, worker);
            model.undo(task, worker);
        }

        private void close() {
            String task = anyTask();
            dispatch.close(task);
            closed.add(task);
            model.tasks.remove(task);
        }

        private void drop() {
            int partition = random.nextInt(PARTITIONS);
            dispatch.drop(Set.of(partition));
            model.drop(partition);
            owned.remove(partition);
        }

        /** Rebuilds from what the model holds, as an owner does from the store. */
        private void adopt(int partition) {
            List<OpenTask> open = new ArrayList<>();
            List<Had> had = new ArrayList<>();
            model.tasks.values().stream()
                    .filter(e -> e.task().partition() == partition)
                    .forEach(
                            e -> {
                                open.add(raised(e));
                                e.workers().forEach((w, h) -> had.add(had(e, w, h)));
                            });
            dispatch.adopt(partition, open, had);
            owned.add(partition);
            assertThat(dispatch.owned()).isEqualTo(new HashSet<>(owned));
        }

        private static OpenTask raised(NaiveDispatch.Entry e) {
            OpenTask t = e.task();
            return new OpenTask(
                    t.taskId(),
                    t.projectId(),
                    t.partition(),
                    t.gold(),
                    t.minTier(),
                    t.priority(),
                    e.wanted());
        }

        private static Had had(NaiveDispatch.Entry e, String worker, Holding holding) {
            OpenTask t = e.task();
            return new Had(
                    t.taskId(), t.projectId(), t.partition(), worker, holding, Instant.EPOCH);
        }

        private void want() {
            PROJECTS.forEach(
                    project -> {
                        int labels = random.nextInt(4);
                        dispatch.want(project, labels);
                        model.projects.put(project, labels);
                    });
        }

        /** Nothing is lost: a newcomer of the highest tier finds all that has free capacity. */
        void checkReachability() {
            assertThat(dispatch.open()).isEqualTo(model.tasks.size());
            for (String project : PROJECTS) {
                for (String worker : List.of("newcomer", anyWorker())) {
                    Set<String> expected = model.reachable(project, worker, 5);
                    Offer all = new Offer(project, 5, 10_000, 20_000, 0, 1);
                    Set<String> found = new TreeSet<>();
                    dispatch.take(worker, List.of(all), 20_000, random)
                            .forEach(pick -> found.add(pick.taskId()));
                    assertThat(found).isEqualTo(expected);
                    found.forEach(task -> model.mark(task, worker, Holding.LEASED));
                }
                assertThat(dispatch.ready(project, 5))
                        .isEqualTo(model.reachable(project, "nobody", 5).size());
            }
        }

        private String anyProject() {
            return PROJECTS.get(random.nextInt(PROJECTS.size()));
        }

        private String anyWorker() {
            return "w" + random.nextInt(5);
        }

        private String anyTask() {
            return "t" + random.nextInt(opened + 1);
        }
    }
}
