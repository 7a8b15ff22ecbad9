package io.assay.task.task;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.events.Answer;
import io.assay.events.Decider;
import io.assay.events.GoldSet;
import io.assay.events.Media;
import io.assay.events.TaskCreated;
import io.assay.events.TaskKind;
import io.assay.events.TaskLabelled;
import io.assay.events.TaskUnlabelable;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TaskTests {

    private static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");

    private static Task task(@Nullable Answer gold) {
        Media media = new Media("image", "picture:" + "ab".repeat(32), "image/png", 4, 3);
        return Task.created(
                "t1",
                "p1",
                "a1",
                new TaskContent(media, 1_000, 0, null, gold, gold != null, null, List.of()),
                NOW);
    }

    private static Outcome labelled(int version) {
        return Outcome.of(
                new TaskLabelled(
                        task(null).id(),
                        "p1",
                        "a1",
                        version,
                        new Answer.Category("c" + version),
                        0.9,
                        3,
                        Decider.CONSENSUS,
                        1,
                        NOW));
    }

    private static Outcome unlabelable(int version) {
        return Outcome.of(new TaskUnlabelable("t", "p1", "a1", version, "broken", NOW));
    }

    @Test
    void workIsToldToAll() {
        assertThat(task(null).creation())
                .singleElement()
                .isInstanceOfSatisfying(
                        TaskCreated.class, e -> assertThat(e.kind()).isEqualTo(TaskKind.WORK));
    }

    @Test
    void aGoldAnswerGoesToTheRestrictedTopicOnly() {
        Task gold = task(new Answer.Category("cat"));

        assertThat(gold.creation()).hasSize(2);
        assertThat(gold.creation().getFirst())
                .isInstanceOfSatisfying(
                        TaskCreated.class,
                        e -> {
                            assertThat(e.kind()).isEqualTo(TaskKind.GOLD);
                            assertThat(e.toString()).doesNotContain("cat");
                        });
        assertThat(gold.creation().getLast())
                .isEqualTo(new GoldSet(gold.id(), "p1", new Answer.Category("cat"), true, NOW));
    }

    @Test
    void trainingGoldIsKeptForTheTestOfAProjectThatHasOne() {
        Task gold = task(new Answer.Category("cat"));

        assertThat(((TaskCreated) gold.creation(true).getFirst()).reserved()).isTrue();
        assertThat(((TaskCreated) gold.creation(false).getFirst()).reserved()).isNull();
        assertThat(((TaskCreated) task(null).creation(true).getFirst()).reserved()).isNull();
    }

    @Test
    void aResultDecidesIt() {
        assertThat(task(null).decided(labelled(1)).status()).isEqualTo(TaskStatus.LABELLED);
        assertThat(task(null).decided(unlabelable(1)).status()).isEqualTo(TaskStatus.UNLABELABLE);
        assertThat(task(null).decided(unlabelable(1)).decided(labelled(2)).status())
                .isEqualTo(TaskStatus.LABELLED);
    }

    @Test
    void aResultDecidedBeforeTheWithdrawalWasHeardOfStands() {
        Task withdrawn = task(null).withdrawn("sold");

        Task decided = withdrawn.decided(labelled(1));

        assertThat(decided.status()).isEqualTo(TaskStatus.LABELLED);
        assertThat(decided.withdrawnFor()).isNull();
        assertThat(decided.outcome()).isEqualTo(labelled(1));
        assertThat(decided.mayBeWithdrawn()).isFalse();
    }

    @Test
    void goldThatIsWithdrawnStaysSo() {
        Task withdrawn = task(new Answer.Category("cat")).withdrawn("sold");

        assertThat(withdrawn.decided(labelled(1)).status()).isEqualTo(TaskStatus.WITHDRAWN);
    }

    @Test
    void onlyTheOwnerCanTellGold() {
        Task gold = task(new Answer.Category("cat"));

        assertThat(TaskView.of(gold, true).status()).isEqualTo(TaskStatus.GOLD);
        TaskView seenByPartner = TaskView.of(gold, false);
        assertThat(seenByPartner.status()).isEqualTo(TaskStatus.PENDING);
        assertThat(seenByPartner.gold()).isNull();
        assertThat(seenByPartner.training()).isNull();
    }

    @Property
    void inWhateverOrderTheyComeTheNewestResultStands(
            @ForAll @Size(min = 1, max = 8) List<@IntRange(min = 1, max = 9) Integer> versions) {
        Task task = task(null);
        for (int version : versions) {
            task = task.decided(labelled(version));
        }

        int newest = versions.stream().mapToInt(Integer::intValue).max().orElseThrow();
        assertThat(task.outcome()).isEqualTo(labelled(newest));
    }
}
