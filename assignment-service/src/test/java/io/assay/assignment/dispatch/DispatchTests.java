package io.assay.assignment.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.assignment.dispatch.KnownAssignment.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DispatchTests {

    private static final Instant NOW = Tasks.NOW;

    private final Dispatch dispatch = new Dispatch();
    private final Random random = new Random(1);
    private Instant now = NOW;

    @BeforeEach
    void ownPartition() {
        dispatch.adopt(Set.of(0));
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
        had("a", "w1", Status.RETURNED);

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
        dispatch.open(Tasks.work("x", "unknown"));

        assertThat(take("w", new LeaseAllowance("unknown", 5, 9, 9, 0, 1))).isEmpty();

        dispatch.want("unknown", 1);

        assertThat(take("w", new LeaseAllowance("unknown", 5, 9, 9, 0, 1))).hasSize(1);
    }

    @Test
    void givesNoGoldWhereThereIsNoWork() {
        gold("g1");
        gold("g2");

        assertThat(takeWithGold("w", 10)).isEmpty();
    }

    /** Else the last before nothing would be work for sure. */
    @Test
    void givesGoldAlsoAfterTheLastWork() {
        open("a", 1, 0);
        gold("g1");
        gold("g2");
        take("w", 1, 1);

        assertThat(takeWithGold("w", 1)).hasSize(1);
    }

    /** Who knew that there is none would know the next for gold, and the last for work. */
    @Test
    void doesNotTellThatWorkHasRunOutBeforeADrawDoes() {
        open("a", 1, 0);
        gold("g");
        TaskAvailability before = dispatch.availability("p", "w", 1, RemainingBudget.UNLIMITED);
        take("w", 1, 1);

        assertThat(dispatch.availability("p", "v", 1, RemainingBudget.UNLIMITED)).isEqualTo(before);
        assertThat(dispatch.availability("p", "w", 1, RemainingBudget.UNLIMITED).available())
                .isTrue();
        assertThat(dispatch.ready("p", 1, "v")).isEqualTo(1);

        assertThat(take("w", 1, 1)).isEmpty();

        assertThat(dispatch.availability("p", "v", 1, RemainingBudget.UNLIMITED).available())
                .isFalse();
        assertThat(dispatch.availability("p", "v", 1, RemainingBudget.UNLIMITED).ready()).isZero();
        assertThat(dispatch.ready("p", 1, "v")).isZero();
    }

    /** What is drawn there is gold for sure. */
    @Test
    void givesNoMoreGoldOnceWorkHasRunOut() {
        open("a", 1, 0);
        gold("g1");
        gold("g2");
        take("w", 1, 1);
        take("w", 1, 1);

        assertThat(takeWithGold("w", 1)).isEmpty();
        assertThat(takeWithGold("v", 1)).isEmpty();

        open("b", 1, 0);

        assertThat(takeWithGold("w", 1)).hasSize(1);
    }

    @Test
    void givesNoMoreGoldToWhoHasHadAllWork() {
        open("a", 1, 0);
        dispatch.raise("a", 3);
        gold("g");
        take("w", 1, 1);
        take("w", 1, 1);

        assertThat(takeWithGold("w", 1)).isEmpty();
        assertThat(takeWithGold("v", 1)).containsExactly("g");
    }

    @Test
    void givesOneGoldToManyWorkersOnceToEach() {
        gold("g");
        open("a", 1, 0);
        dispatch.raise("a", 25);

        for (String worker : List.of("w1", "w2")) {
            assertThat(takeWithGold(worker, 1)).containsExactly("g");
            assertThat(takeWithGold(worker, 1)).containsExactly("a");
            assertThat(takeWithGold(worker, 1)).isEmpty();
        }
    }

    @Test
    void holdsBackBeyondTheCaps() {
        for (int i = 0; i < 20; i++) {
            open("t" + i, 1, 0);
        }

        assertThat(take("w", new LeaseAllowance("p", 1, 10, 6, 0, 1))).hasSize(6);
        assertThat(take("w", new LeaseAllowance("p", 1, 10, 6, 0, 1))).isEmpty();
        assertThat(
                        dispatch.take(
                                new WorkRequest("v", 7, NOW),
                                new LeaseAllowance("p", 1, 10, 99, 0, 1),
                                random))
                .hasSize(7);
    }

    @Test
    void sharesByWeight() {
        dispatch.want("heavy", 1);
        for (int i = 0; i < 400; i++) {
            open("light" + i, 1, 0);
            dispatch.open(Tasks.work("heavy" + i, "heavy"));
        }
        Map<String, Integer> given = new HashMap<>();

        for (int i = 0; i < 40; i++) {
            dispatch.take(
                            new WorkRequest("w" + i, 100, NOW),
                            id ->
                                    Optional.of(
                                            new LeaseAllowance(
                                                    id, 1, 4, 4, 0, id.equals("p") ? 1 : 3)),
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
        assertThat(dispatch.due(NOW, 10)).containsExactly(new ExpiredLease("a", "w"));
        assertThat(dispatch.due(NOW, 10)).isEmpty();
    }

    @Test
    void tellsNoLeaseThatWasAnswered() {
        open("a", 1, 0);
        take("w", 1, 1);
        dispatch.leased("a", "w", NOW);
        had("a", "w", Status.ANSWERED);

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
        assertThat(dispatch.due(NOW, 10)).containsExactly(new ExpiredLease("a", "w"));
    }

    @Test
    void adoptsLeasesOfClosedTasksButHearsNoneLater() {
        KnownAssignment lease = new KnownAssignment("gone", "p", 0, "w", Status.LEASED, NOW);

        dispatch.apply(lease);
        assertThat(dispatch.live()).isZero();

        dispatch.restore(List.of(), List.of(lease));
        assertThat(dispatch.live()).isEqualTo(1);
    }

    @Test
    void givesANamedTaskToWhomItNamesAlone() {
        dispatch.open(Tasks.named("n", "p", "w1", "w2"));
        open("a", 1, 9);

        assertThat(take("stranger", 5, 10)).containsExactly("a");
        assertThat(take("w1", 5, 10)).containsExactly("n");
        had("n", "w1", Status.RETURNED);
        assertThat(take("w1", 5, 10)).isEmpty();
        assertThat(take("w2", 5, 10)).containsExactly("n");
    }

    @Test
    void givesAReturnedNamedTaskBeforeAnOlderFreshOne() {
        dispatch.open(Tasks.named("n", "p", "w1", "w2"));
        dispatch.open(
                new OpenTask("old", "p", 0, false, 1, 0, 0, NOW.minusSeconds(9), List.of("w2")));
        take("w1", 1, 1);
        had("n", "w1", Status.RETURNED);

        assertThat(take("w2", 1, 10)).containsExactly("n", "old");
    }

    @Test
    void hidesANamedTaskFromWhoHasItWhileOthersMayTakeIt() {
        dispatch.want("p", 2);
        dispatch.open(Tasks.named("n", "p", "w1", "w2"));

        assertThat(take("w1", 1, 10)).containsExactly("n");
        assertThat(take("w1", 1, 10)).isEmpty();
        assertThat(take("w2", 1, 10)).containsExactly("n");
    }

    @Test
    void ordersWhatIsRestoredByAge() {
        dispatch.adopt(Set.of(0));
        dispatch.restore(
                List.of(Tasks.aged("young", "p", 1), Tasks.aged("old", "p", 9)), List.of());
        dispatch.restore(
                List.of(Tasks.aged("middle", "p", 5)),
                List.of(new KnownAssignment("middle", "p", 0, "w1", Status.RETURNED, NOW)));

        dispatch.restored();

        assertThat(take("w1", 1, 10)).containsExactly("old", "young");
        assertThat(take("w2", 1, 10)).containsExactly("middle");
    }

    @Test
    void ownsAPartitionOnceAllOfItIsKnown() {
        dispatch.restored();
        dispatch.adopt(Set.of(1, 2));

        assertThat(dispatch.owned()).containsExactly(0);

        dispatch.drop(Set.of(2));
        dispatch.restored();

        assertThat(dispatch.owned()).containsExactlyInAnyOrder(0, 1);
    }

    @Test
    void sharesScarceWorkBetweenThoseWhoAskedLately() {
        assertThat(take("early", 1, 10)).isEmpty();
        for (int i = 0; i < 6; i++) {
            open("t" + i, 1, 0);
        }

        assertThat(take("late", 1, 10)).hasSize(3);
        assertThat(take("early", 1, 10)).hasSize(2);
        now = now.plusSeconds(61);
        assertThat(take("later", 1, 10)).hasSize(1);
    }

    @Test
    void doesNotCountWhoHasHadAllThereIsAsARival() {
        dispatch.want("p", 2);
        open("a", 1, 0);
        open("b", 1, 0);
        take("w1", 1, 10);

        assertThat(take("w1", 1, 10)).isEmpty();
        assertThat(take("w2", 1, 10)).containsExactly("a", "b");
    }

    @Test
    void keepsALeaseThatIsHeldLonger() {
        open("a", 1, 0);
        take("w", 1, 1);
        dispatch.leased("a", "w", NOW);

        dispatch.leased("a", "w", NOW.plusSeconds(9));

        assertThat(dispatch.due(NOW.plusSeconds(8), 10)).isEmpty();
        assertThat(dispatch.due(NOW.plusSeconds(9), 10))
                .containsExactly(new ExpiredLease("a", "w"));
    }

    @Test
    void tellsHowAProjectStandsToAWorker() {
        open("mine", 2, 0);
        open("hard", 4, 0);
        dispatch.open(Tasks.named("theirs", "p", "v"));
        open("given", 2, 9);
        take("w", 2, 1);

        assertThat(dispatch.availability("p", "w", 2, RemainingBudget.UNLIMITED))
                .isEqualTo(new TaskAvailability(true, 1, List.of(0, 1, 0), 1, true, 0));
        assertThat(dispatch.held("w", "p")).isEqualTo(1);
        assertThat(dispatch.availability("nowhere", "w", 2, RemainingBudget.UNLIMITED))
                .isEqualTo(new TaskAvailability(false, 0, List.of(), 0, false, 0));
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
            batch.forEach(task -> had(task, "w", Status.ANSWERED));
            given.addAll(batch);
        }

        assertThat(given).hasSize(100_000).doesNotHaveDuplicates();
    }

    private void open(String id, int minTier, int priority) {
        dispatch.open(Tasks.work(id, "p", minTier, priority));
    }

    private void gold(String id) {
        dispatch.open(Tasks.gold(id, "p"));
    }

    private void had(String task, String worker, Status status) {
        dispatch.apply(new KnownAssignment(task, "p", 0, worker, status, NOW));
    }

    private List<String> take(String worker, int tier, int max) {
        return take(worker, new LeaseAllowance("p", tier, max, 100, 0, 1));
    }

    private List<String> takeWithGold(String worker, int max) {
        return take(worker, new LeaseAllowance("p", 1, max, 100, 1, 1));
    }

    private List<String> take(String worker, LeaseAllowance allowance) {
        return dispatch.take(new WorkRequest(worker, 100, now), allowance, random).stream()
                .map(Pick::taskId)
                .toList();
    }
}
