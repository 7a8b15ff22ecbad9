package io.assay.assignment.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DispatchTests {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private final Dispatch dispatch = new Dispatch();
    private final Random random = new Random(1);

    @BeforeEach
    void ownPartition() {
        dispatch.adopt(0, List.of(), List.of());
        dispatch.want("p", 1);
    }

    @Test
    void givesTheHighestTierThenPriorityThenAge() {
        open("old", 1, 0);
        open("young", 1, 0);
        open("urgent", 1, 9);
        open("hard", 3, 0);

        assertThat(take("w", 3, 10)).containsExactly("hard", "urgent", "old", "young");
    }

    @Test
    void hidesWhatNeedsAHigherTier() {
        open("hard", 3, 0);

        assertThat(take("w", 2, 10)).isEmpty();
    }

    @Test
    void givesAReturnedTaskToOthersFirst() {
        open("a", 1, 0);
        open("b", 1, 0);
        take("w1", 1, 1);
        had("a", "w1", Holding.RETURNED);

        assertThat(take("w1", 1, 1)).containsExactly("b");
        assertThat(take("w2", 1, 1)).containsExactly("a");
    }

    @Test
    void findsAnUndoneTaskAgainForTheSameWorker() {
        open("a", 1, 0);
        take("w1", 1, 1);

        dispatch.undo("a", "w1");

        assertThat(dispatch.held("w1")).isZero();
        assertThat(take("w1", 1, 1)).containsExactly("a");
    }

    @Test
    void givesNothingOfAProjectWithoutRule() {
        dispatch.open(new OpenTask("x", "unknown", 0, false, 1, 0, 0));

        assertThat(dispatch.take("w", List.of(new Offer("unknown", 5, 9, 9, 0, 1)), 100, random))
                .isEmpty();

        dispatch.want("unknown", 1);

        assertThat(dispatch.take("w", List.of(new Offer("unknown", 5, 9, 9, 0, 1)), 100, random))
                .hasSize(1);
    }

    @Test
    void givesNoGoldWhereThereIsNoWork() {
        gold("g1");
        gold("g2");

        assertThat(takeWithGold("w", 10)).isEmpty();
    }

    @Test
    void givesOneGoldToManyWorkersOnceToEach() {
        gold("g");
        open("a", 1, 0);
        dispatch.raise("a", 25);

        assertThat(takeWithGold("w1", 2)).containsExactly("g", "a");
        assertThat(takeWithGold("w2", 2)).containsExactly("g", "a");
        assertThat(takeWithGold("w1", 2)).isEmpty();
    }

    @Test
    void holdsBackBeyondTheCaps() {
        for (int i = 0; i < 20; i++) {
            open("t" + i, 1, 0);
        }

        assertThat(dispatch.take("w", List.of(new Offer("p", 1, 10, 6, 0, 1)), 100, random))
                .hasSize(6);
        assertThat(dispatch.take("w", List.of(new Offer("p", 1, 10, 6, 0, 1)), 100, random))
                .isEmpty();
        assertThat(dispatch.take("v", List.of(new Offer("p", 1, 10, 99, 0, 1)), 7, random))
                .hasSize(7);
    }

    @Test
    void sharesByWeight() {
        dispatch.want("heavy", 1);
        for (int i = 0; i < 400; i++) {
            open("light" + i, 1, 0);
            dispatch.open(new OpenTask("heavy" + i, "heavy", 0, false, 1, 0, 0));
        }
        Map<String, Integer> given = new HashMap<>();

        for (int i = 0; i < 40; i++) {
            dispatch.take(
                            "w" + i,
                            List.of(
                                    new Offer("p", 1, 4, 4, 0, 1),
                                    new Offer("heavy", 1, 4, 4, 0, 3)),
                            100,
                            random)
                    .forEach(pick -> given.merge(pick.projectId(), 1, Integer::sum));
        }

        assertThat(given).containsExactlyInAnyOrderEntriesOf(Map.of("p", 40, "heavy", 120));
    }

    @Test
    void tellsALeaseThatRanOutOnce() {
        open("a", 1, 0);
        open("b", 1, 0);
        take("w", 1, 2);
        dispatch.leased("a", "w", NOW);
        dispatch.leased("b", "w", NOW.plusSeconds(1));

        assertThat(dispatch.due(NOW.minusMillis(1), 10)).isEmpty();
        assertThat(dispatch.due(NOW, 10)).containsExactly(new Due("a", "w"));
        assertThat(dispatch.due(NOW, 10)).isEmpty();
    }

    @Test
    void tellsNoLeaseThatWasAnswered() {
        open("a", 1, 0);
        take("w", 1, 1);
        dispatch.leased("a", "w", NOW);
        had("a", "w", Holding.ANSWERED);

        assertThat(dispatch.due(NOW, 10)).isEmpty();
        assertThat(dispatch.held("w")).isZero();
    }

    @Test
    void keepsTheLeaseOfAClosedTaskRunning() {
        open("a", 1, 0);
        take("w", 1, 1);
        dispatch.leased("a", "w", NOW);

        dispatch.close("a");

        assertThat(dispatch.held("w")).isEqualTo(1);
        assertThat(dispatch.due(NOW, 10)).containsExactly(new Due("a", "w"));
    }

    @Test
    void adoptsLeasesOfClosedTasksButHearsNoneLater() {
        Had lease = new Had("gone", "p", 0, "w", Holding.LEASED, NOW);

        dispatch.apply(lease);
        assertThat(dispatch.live()).isZero();

        dispatch.adopt(0, List.of(), List.of(lease));
        assertThat(dispatch.live()).isEqualTo(1);
    }

    @Test
    void forgetsADroppedPartition() {
        open("a", 1, 0);
        take("w", 1, 1);

        dispatch.drop(Set.of(0));
        open("b", 1, 0);

        assertThat(dispatch.open()).isZero();
        assertThat(dispatch.held("w")).isZero();
        assertThat(take("w", 1, 1)).isEmpty();
    }

    @Test
    void refusesATaskOutOfRange() {
        assertThatThrownBy(() -> open("x", 6, 0)).hasMessage("minTier: 6 (expected: 1 to 5)");
        assertThatThrownBy(() -> open("x", 1, 10)).hasMessage("priority: 10 (expected: 0 to 9)");
    }

    /** A hundred thousand tasks that a worker has had must not stand in its way. */
    @Test
    void doesNotSearchAgainWhatAWorkerHad() {
        dispatch.want("p", 3);
        for (int i = 0; i < 100_000; i++) {
            open("t" + i, 1, 0);
        }
        List<String> given = new ArrayList<>();

        for (int i = 0; i < 10_000; i++) {
            List<String> batch = take("w", 1, 10);
            batch.forEach(task -> had(task, "w", Holding.ANSWERED));
            given.addAll(batch);
        }

        assertThat(given).hasSize(100_000).doesNotHaveDuplicates();
    }

    private void open(String id, int minTier, int priority) {
        dispatch.open(new OpenTask(id, "p", 0, false, minTier, priority, 0));
    }

    private void gold(String id) {
        dispatch.open(new OpenTask(id, "p", 0, true, 1, 0, 0));
    }

    private void had(String task, String worker, Holding holding) {
        dispatch.apply(new Had(task, "p", 0, worker, holding, NOW));
    }

    private List<String> take(String worker, int tier, int most) {
        return ids(
                dispatch.take(worker, List.of(new Offer("p", tier, most, 100, 0, 1)), 100, random));
    }

    private List<String> takeWithGold(String worker, int most) {
        return ids(dispatch.take(worker, List.of(new Offer("p", 1, most, 100, 1, 1)), 100, random));
    }

    private static List<String> ids(List<Pick> picks) {
        return picks.stream().map(Pick::taskId).toList();
    }
}
