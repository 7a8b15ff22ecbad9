package io.assay.task.result;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.events.Answer;
import io.assay.events.Decider;
import io.assay.events.Media;
import io.assay.task.task.Outcome;
import io.assay.task.task.Task;
import io.assay.task.task.TaskContent;
import io.assay.task.task.TaskStatus;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ResultRowTests {

    private static Task task(@Nullable Answer gold) {
        Media media = new Media("image", "https://h/a.jpg", null, null, null);
        return Task.created(
                "t1",
                "p1",
                "a1",
                new TaskContent(media, 1_000, 0, null, gold, false, null, List.of()),
                Instant.EPOCH);
    }

    @Test
    void aPendingTaskIsARowToo() {
        ResultRow row = ResultRow.of(task(null), true);

        assertThat(row.status()).isEqualTo(TaskStatus.PENDING);
        assertThat(row.externalId()).isEqualTo("a1");
        assertThat(row.answer()).isNull();
    }

    @Test
    void aDecidedTaskTellsItsResult() {
        Outcome outcome =
                new Outcome(
                        2,
                        new Answer.Category("cat"),
                        null,
                        0.97,
                        3,
                        Decider.CONSENSUS,
                        1,
                        Instant.EPOCH,
                        null);

        ResultRow row = ResultRow.of(task(null).decided(outcome), false);

        assertThat(row.status()).isEqualTo(TaskStatus.LABELLED);
        assertThat(row.answer()).isEqualTo(new Answer.Category("cat"));
        assertThat(row.version()).isEqualTo(2);
    }

    @Test
    void onlyTheOwnerReadsGold() {
        Task gold = task(new Answer.Category("cat"));

        assertThat(ResultRow.of(gold, true).answer()).isEqualTo(new Answer.Category("cat"));
        assertThat(ResultRow.of(gold, false))
                .isEqualTo(
                        new ResultRow(
                                gold.id(),
                                "a1",
                                "https://h/a.jpg",
                                TaskStatus.PENDING,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null));
    }
}
