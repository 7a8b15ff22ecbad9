package io.assay.assignment.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.assignment.dispatch.KnownAssignment.Status;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/**
 * Gold comes at the project's rate, and nothing that a worker could count tells it from work: not
 * its place in a batch, what came before, or when it came. Bounds are at least five standard
 * deviations, so that they fail by chance once in a million runs.
 */
class GoldPropertyTests {

    private static final int WORKERS = 60;
    private static final int BATCH = 10;
    private static final int BATCHES = 10;
    private static final int DRAWS = WORKERS * BATCH * BATCHES;

    @Property(tries = 20)
    void keepsTheRate(@ForAll long seed, @ForAll @IntRange(max = 50) int percent) {
        double rate = percent / 100.0;

        List<List<Boolean>> batches = batches(seed, rate);

        assertThat(golds(batches) / (double) DRAWS)
                .isBetween(rate - bound(rate, DRAWS), rate + bound(rate, DRAWS));
    }

    @Property(tries = 20)
    void comesAtEachPlaceInABatchAlike(
            @ForAll long seed, @ForAll @IntRange(min = 5, max = 50) int percent) {
        double rate = percent / 100.0;
        int each = DRAWS / BATCH;

        List<List<Boolean>> batches = batches(seed, rate);

        for (int place = 0; place < BATCH; place++) {
            int at = place;
            double share = batches.stream().filter(b -> b.get(at)).count() / (double) each;
            assertThat(share)
                    .as("place " + at)
                    .isBetween(rate - bound(rate, each), rate + bound(rate, each));
        }
    }

    /** Whatever came before, the next one is gold as often as any. */
    @Property(tries = 20)
    void comesAfterGoldAsOftenAsAfterWork(
            @ForAll long seed, @ForAll @IntRange(min = 10, max = 50) int percent) {
        double rate = percent / 100.0;
        List<Boolean> sequence = batches(seed, rate).stream().flatMap(List::stream).toList();

        for (boolean before : List.of(true, false)) {
            int times = 0;
            int golds = 0;
            for (int i = 1; i < sequence.size(); i++) {
                if (sequence.get(i - 1) == before) {
                    times++;
                    golds += sequence.get(i) ? 1 : 0;
                }
            }
            double share = golds / (double) times;
            assertThat(share).isBetween(rate - bound(rate, times), rate + bound(rate, times));
        }
    }

    /** Batches hold as few or as many as chance has it: a fixed number per batch would tell. */
    @Property(tries = 20)
    void variesFromBatchToBatchAsChanceDoes(@ForAll long seed) {
        double rate = 0.2;
        List<List<Boolean>> batches = batches(seed, rate);

        double mean = golds(batches) / (double) batches.size();
        double variance =
                batches.stream()
                        .mapToDouble(b -> Math.pow(b.stream().filter(g -> g).count() - mean, 2))
                        .average()
                        .orElseThrow();

        assertThat(variance / (BATCH * rate * (1 - rate))).isBetween(0.6, 1.4);
    }

    @Property(tries = 20)
    void doesNotDependOnTime(@ForAll long seed, @ForAll @IntRange(max = 100_000) int seconds) {
        Dispatch early = filled();
        Dispatch late = filled();
        LeaseAllowance allowance = new LeaseAllowance("p", 1, BATCH, BATCH, 0.3, 1);

        List<Pick> one =
                early.take(new WorkRequest("w", BATCH, Tasks.NOW), allowance, new Random(seed));
        List<Pick> two =
                late.take(
                        new WorkRequest("w", BATCH, Tasks.NOW.plus(Duration.ofSeconds(seconds))),
                        allowance,
                        new Random(seed));

        assertThat(two).isEqualTo(one);
    }

    /** No gold is the first for all, so workers who compare find no common start. */
    @Property(tries = 10)
    void startsEachWorkerElsewhere(@ForAll long seed) {
        Dispatch dispatch = filled();
        Random random = new Random(seed);
        Map<String, Integer> first = new HashMap<>();

        for (int w = 0; w < 200; w++) {
            LeaseAllowance allowance = new LeaseAllowance("p", 1, 1, 10, 1, 1);
            Pick pick =
                    dispatch.take(new WorkRequest("w" + w, 10, Tasks.NOW), allowance, random)
                            .getFirst();
            first.merge(pick.taskId(), 1, Integer::sum);
        }

        assertThat(first.keySet()).allMatch(id -> id.startsWith("g"));
        assertThat(first.values()).allMatch(times -> times <= 8);
    }

    /** A worker who has had most of the gold still gets the rest, each once. */
    @Property(tries = 10)
    void givesAllGoldToOneWorkerOnceEach(@ForAll long seed) {
        Dispatch dispatch = filled();
        Random random = new Random(seed);
        Set<String> had = new HashSet<>();

        for (int i = 0; i < 1_000; i++) {
            LeaseAllowance allowance = new LeaseAllowance("p", 1, 1, 10_000, 1, 1);
            Pick pick =
                    dispatch.take(new WorkRequest("w", 10_000, Tasks.NOW), allowance, random)
                            .getFirst();
            assertThat(pick.taskId()).startsWith("g");
            assertThat(had.add(pick.taskId())).isTrue();
        }

        LeaseAllowance allowance = new LeaseAllowance("p", 1, 1, 10_000, 1, 1);
        assertThat(
                        dispatch.take(new WorkRequest("w", 10_000, Tasks.NOW), allowance, random)
                                .getFirst()
                                .taskId())
                .startsWith("w");
    }

    /** Skipped, answered, or known from a store only: no gold is given to its worker again. */
    @Property(tries = 10)
    void givesNoGoldTwiceWhateverBecameOfIt(@ForAll long seed) {
        Dispatch dispatch = filled();
        Random random = new Random(seed);
        Set<String> had = new HashSet<>();
        for (int i = 0; i < 100; i++) {
            String known = "g" + random.nextInt(1_000);
            dispatch.apply(had(known, "w", Status.values()[i % Status.values().length]));
            had.add(known);
        }

        for (int i = 0; i < 800; i++) {
            LeaseAllowance allowance = new LeaseAllowance("p", 1, 1, 10_000, random.nextInt(2), 1);
            Pick pick =
                    dispatch.take(new WorkRequest("w", 10_000, Tasks.NOW), allowance, random)
                            .getFirst();
            assertThat(had.add(pick.taskId())).isTrue();
            dispatch.apply(had(pick.taskId(), "w", Status.values()[1 + random.nextInt(2)]));
            if (i % 3 == 0) {
                dispatch.close("g" + random.nextInt(1_000));
            }
        }
    }

    private static KnownAssignment had(String task, String worker, Status status) {
        return new KnownAssignment(task, "p", 0, worker, status, Tasks.NOW.plusSeconds(60));
    }

    /** Whether gold, by batch; each worker takes one batch after the other. */
    private static List<List<Boolean>> batches(long seed, double rate) {
        Dispatch dispatch = filled();
        Random random = new Random(seed);
        List<List<Boolean>> batches = new ArrayList<>();
        for (int worker = 0; worker < WORKERS; worker++) {
            for (int i = 0; i < BATCHES; i++) {
                LeaseAllowance allowance =
                        new LeaseAllowance("p", 1, BATCH, BATCH * BATCHES, rate, 1);
                WorkRequest request = new WorkRequest("u" + worker, BATCH * BATCHES, Tasks.NOW);
                List<Pick> picks = dispatch.take(request, allowance, random);
                assertThat(picks).hasSize(BATCH);
                batches.add(picks.stream().map(p -> p.taskId().startsWith("g")).toList());
            }
        }
        return batches;
    }

    private static Dispatch filled() {
        Dispatch dispatch = new Dispatch();
        dispatch.adopt(Set.of(0));
        dispatch.want("p", 1);
        for (int i = 0; i < 1_000; i++) {
            dispatch.open(Tasks.gold("g" + i, "p"));
        }
        for (int i = 0; i < 8_000; i++) {
            dispatch.open(Tasks.work("w" + i, "p"));
        }
        return dispatch;
    }

    private static long golds(List<List<Boolean>> batches) {
        return batches.stream().flatMap(List::stream).filter(g -> g).count();
    }

    private static double bound(double rate, int draws) {
        return 5.5 * Math.sqrt(rate * (1 - rate) / draws);
    }
}
