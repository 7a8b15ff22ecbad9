package io.assay.assignment.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.assignment.dispatch.KnownAssignment.Status;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tasks are given as far as the budget reaches. One minor unit per thousandth of complexity. */
class DispatchBudgetTests {

    private final Dispatch dispatch = new Dispatch();
    private final Random random = new Random(1);

    @BeforeEach
    void ownPartition() {
        dispatch.adopt(Set.of(0));
        dispatch.want("p", 1);
    }

    @Test
    void givesNoMoreThanIsLeft() {
        open("a", 300);
        open("b", 300);
        open("c", 300);

        assertThat(take("w", 700)).containsExactly("a", "b");
        assertThat(take("w", 100)).isEmpty();
        assertThat(take("w", 300)).containsExactly("c");
    }

    @Test
    void skipsWhatIsTooDearWhileCheaperOnesAreGiven() {
        open("unaffordable", 100_000);
        open("cheap", 2);

        assertThat(take("w", 7)).containsExactly("cheap");
        assertThat(take("w", 5)).isEmpty();
        assertThat(take("w", 100_000)).containsExactly("unaffordable");
    }

    @Test
    void givesInOrderAgainOnceTheBudgetIsAmple() {
        dispatch.open(aged("unaffordable", 900, 9));
        open("cheap", 2);
        assertThat(take("w", 2)).containsExactly("cheap");
        dispatch.open(aged("young", 800, 1));

        assertThat(take("w", 10_000_000)).containsExactly("unaffordable", "young");
    }

    @Test
    void givesWhatCostsNothingWithNothingLeft() {
        open("paid", 500);
        open("free", 1);

        assertThat(take("w", new RemainingBudget(-5, complexity -> complexity / 100)))
                .containsExactly("free");
    }

    @Test
    void givesWorkInsteadOfGoldThatIsTooDear() {
        dispatch.open(task("gold", true, 1, 500, List.of()));
        open("work", 5);
        LeaseAllowance allowance = new LeaseAllowance("p", 1, 10, 100, 1, 1, budget(20));

        assertThat(ids(dispatch.take(new WorkRequest("w", 100, Tasks.NOW), allowance, random)))
                .containsExactly("work");
    }

    /** What comes once no work is paid for would be known to be gold. */
    @Test
    void givesNoMoreGoldOnceNoWorkIsPaidFor() {
        for (int i = 0; i < 200; i++) {
            dispatch.open(task("gold" + i, true, 1, 5, List.of()));
        }
        open("unaffordable", 500);
        open("unaffordable too", 500);
        takeAll("first", 20, 0.5);

        assertThat(takeAll("second", 20, 1)).isEmpty();
        assertThat(takeAll("first", 20, 1)).isEmpty();
        assertThat(take("second", 500, 0)).containsExactly("unaffordable");
        assertThat(take("third", 510, 1)).isNotEmpty().allMatch(id -> id.startsWith("gold"));
    }

    /** Of work and gold that cost the same, whatever comes last, the same is left. */
    @Test
    void goldTakesFromTheBudgetAsWorkDoes() {
        for (int i = 0; i < 50; i++) {
            dispatch.open(task("gold" + i, true, 1, 10, List.of()));
            open("work" + i, 10);
        }
        for (double rate : new double[] {0, 0.5, 1}) {
            assertThat(take("w" + rate, 75, rate)).hasSize(7);
        }
    }

    @Test
    void skipsANamedTaskThatIsTooDear() {
        dispatch.open(task("unaffordable", false, 1, 500, List.of("w")));
        dispatch.open(task("cheap", false, 1, 5, List.of("w")));

        assertThat(take("w", 20)).containsExactly("cheap");
    }

    @Test
    void tellsWhatIsTooDear() {
        open("unaffordable", 500);
        open("dearer", 600);
        open("cheap", 5);

        assertThat(availability(1).beyondBudget()).isEqualTo(3);
        assertThat(availability(1).available()).isFalse();
        assertThat(availability(20))
                .isEqualTo(new TaskAvailability(true, 1, List.of(0, 0, 0, 0), 0, true, 2));
        assertThat(availability(500).ready()).isEqualTo(2);
    }

    @Test
    void closesATaskThatWasTooDear() {
        open("unaffordable", 500);
        assertThat(take("w", 20)).isEmpty();

        dispatch.close("unaffordable");

        assertThat(dispatch.open()).isZero();
        assertThat(take("w", 1_000_000)).isEmpty();
    }

    /** Against a model that looks through all tasks. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void findsWhateverIsPaidForAndNothingElse(long seed) {
        Random draws = new Random(seed);
        Map<String, OpenTask> free = new HashMap<>();
        Map<String, Set<String>> had = new HashMap<>();
        for (int i = 0; i < 2_000; i++) {
            if (draws.nextInt(3) == 0) {
                int complexity = 1 + draws.nextInt(draws.nextBoolean() ? 10 : 1_000);
                List<String> names =
                        draws.nextInt(4) == 0 ? List.of("w" + draws.nextInt(4)) : List.of();
                OpenTask task = task("t" + i, false, 1 + draws.nextInt(3), complexity, names);
                dispatch.open(task);
                free.put(task.taskId(), task);
            }
            String worker = "w" + draws.nextInt(4);
            int tier = 1 + draws.nextInt(3);
            long left = draws.nextInt(draws.nextInt(10) == 0 ? 5_000_000 : 300);
            Set<String> hadBefore = had.computeIfAbsent(worker, _ -> new HashSet<>());
            LeaseAllowance allowance =
                    new LeaseAllowance("p", tier, 3, 1_000_000, 0, 1, budget(left));

            boolean some = dispatch.availability("p", worker, tier, budget(left)).available();
            List<Pick> picks =
                    dispatch.take(new WorkRequest(worker, 1_000_000, Tasks.NOW), allowance, random);

            assertThat(picks.isEmpty()).isNotEqualTo(some);
            for (Pick pick : picks) {
                OpenTask task = free.remove(pick.taskId());
                assertThat(task).isNotNull();
                left -= task.complexityPermille();
                assertThat(left).isNotNegative();
                assertThat(hadBefore.add(task.taskId())).isTrue();
                if (draws.nextBoolean()) { // given back, for others
                    dispatch.apply(
                            new KnownAssignment(
                                    task.taskId(), "p", 0, worker, Status.RETURNED, Tasks.NOW));
                    free.put(task.taskId(), task);
                }
            }
            long rest = left;
            List<OpenTask> missed =
                    free.values().stream()
                            .filter(t -> t.minTier() <= tier && t.complexityPermille() <= rest)
                            .filter(t -> !hadBefore.contains(t.taskId()))
                            .filter(
                                    t ->
                                            t.allowedWorkers().isEmpty()
                                                    || t.allowedWorkers().contains(worker))
                            .sorted(Comparator.comparing(OpenTask::taskId))
                            .toList();
            if (picks.isEmpty()) {
                assertThat(missed).isEmpty();
            }
        }
    }

    private void open(String id, int complexity) {
        dispatch.open(task(id, false, 1, complexity, List.of()));
    }

    private static OpenTask aged(String id, int complexity, int seconds) {
        return new OpenTask(
                id, "p", 0, false, 1, 0, 0, Tasks.NOW.minusSeconds(seconds), List.of(), complexity);
    }

    private static OpenTask task(
            String id, boolean gold, int minTier, int complexity, List<String> names) {
        return new OpenTask(
                id, "p", 0, gold, minTier, 0, 0, Tasks.NOW, new ArrayList<>(names), complexity);
    }

    private TaskAvailability availability(long left) {
        return dispatch.availability("p", "w", 1, budget(left));
    }

    private List<String> take(String worker, long left) {
        return take(worker, budget(left));
    }

    private List<String> take(String worker, RemainingBudget budget) {
        return take(worker, budget, 0);
    }

    private List<String> take(String worker, long left, double goldRate) {
        return take(worker, budget(left), goldRate);
    }

    private List<String> take(String worker, RemainingBudget budget, double goldRate) {
        LeaseAllowance allowance = new LeaseAllowance("p", 1, 10, 100, goldRate, 1, budget);
        return ids(dispatch.take(new WorkRequest(worker, 100, Tasks.NOW), allowance, random));
    }

    /** Batch by batch, until nothing comes. */
    private List<String> takeAll(String worker, long left, double goldRate) {
        List<String> all = new ArrayList<>();
        List<String> batch = take(worker, left, goldRate);
        while (!batch.isEmpty()) {
            all.addAll(batch);
            batch = take(worker, left, goldRate);
        }
        return all;
    }

    private static List<String> ids(List<Pick> picks) {
        return picks.stream().map(Pick::taskId).toList();
    }

    private static RemainingBudget budget(long left) {
        return new RemainingBudget(left, complexity -> complexity);
    }
}
