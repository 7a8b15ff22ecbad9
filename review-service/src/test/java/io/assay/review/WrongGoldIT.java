package io.assay.review;

import static io.assay.review.TestEvents.created;
import static io.assay.review.TestEvents.gold;
import static io.assay.review.TestEvents.label;
import static io.assay.review.TestEvents.project;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.assay.events.Answer;
import io.assay.events.CorrectionReason;
import io.assay.events.EscalationReason;
import io.assay.events.LabelReviewed;
import io.assay.events.OverlapRule;
import io.assay.events.TaskCreated;
import io.assay.events.TaskEscalated;
import io.assay.events.TaskKind;
import io.assay.events.Verdict;
import io.assay.web.TestTokens;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A project so small that nobody is ever known well: one known answer is wrong, and five workers
 * answer it. On real engines.
 */
class WrongGoldIT extends RunningReview {

    private final List<String> right =
            IntStream.range(0, 4).mapToObj(_ -> "w" + UUID.randomUUID()).toList();
    private final String always = "w" + UUID.randomUUID();
    private final TaskCreated good = created(projectId, "g04", TaskKind.GOLD);
    private final TaskCreated wrong = created(projectId, "g05", TaskKind.GOLD);

    @BeforeEach
    void given() {
        wire.tell(project(projectId, new OverlapRule(2, 3, 0.9)));
        wire.tell(good, gold(good, new Answer.Category("cat")));
        wire.tell(wrong, gold(wrong, new Answer.Category("cat")));
    }

    @Test
    void rightWorkersWinAndNothingOfItStays() {
        right.forEach(worker -> wire.tell(label(good, worker, "cat")));
        wire.tell(label(good, always, "cat"));
        awaitVerdicts(good, 5);

        right.forEach(worker -> wire.tell(label(wrong, worker, "dog")));
        wire.tell(label(wrong, always, "cat"));

        assertThatRightWorkersWin();
    }

    /** Nothing is known of anybody when they contradict it; that comes later. */
    @Test
    void alsoIfTheWrongOneComesFirst() {
        right.forEach(worker -> wire.tell(label(wrong, worker, "dog")));
        wire.tell(label(wrong, always, "cat"));
        awaitVerdicts(wrong, 5);
        assertThat(wire.heard(TaskEscalated.class, wrong.taskId())).isEmpty();

        right.forEach(worker -> wire.tell(label(good, worker, "cat")));
        wire.tell(label(good, always, "cat"));

        assertThatRightWorkersWin();
    }

    private void assertThatRightWorkersWin() {
        await().untilAsserted(
                        () ->
                                assertThat(wire.heard(TaskEscalated.class, wrong.taskId()))
                                        .singleElement()
                                        .extracting(TaskEscalated::reason)
                                        .isEqualTo(EscalationReason.GOLD_DOUBTED));
        for (String worker : right) {
            await().untilAsserted(
                            () -> {
                                LabelReviewed last = verdicts(wrong, worker).getLast();
                                assertThat(last.verdict()).isEqualTo(Verdict.ACCEPTED);
                                assertThat(last.corrects()).isIn(null, CorrectionReason.GOLD);
                            });
            awaitSkill(worker);
        }
        awaitSkill(always);
        assertThat(wire.heard(TaskEscalated.class, good.taskId())).isEmpty();
    }

    /** Accounts cost nothing: those who were never right bring no known answer down. */
    @Test
    void newAccountsDoNotBringARightAnswerDown() {
        IntStream.range(0, 20).forEach(i -> wire.tell(label(good, "new" + i, "dog")));

        assertThat(awaitVerdicts(good, 20))
                .allMatch(verdict -> verdict.verdict() == Verdict.REJECTED);
        assertThat(wire.heard(TaskEscalated.class, good.taskId())).isEmpty();
    }

    /** They are right elsewhere, but where honest workers answered, too, most has to be theirs. */
    @Test
    void colludersFailOnHonestWorkers() {
        TaskCreated other = created(projectId, "other", TaskKind.GOLD);
        wire.tell(other, gold(other, new Answer.Category("bird")));
        List<String> colluders =
                IntStream.range(0, 5).mapToObj(_ -> "c" + UUID.randomUUID()).toList();
        colluders.forEach(worker -> wire.tell(label(other, worker, "bird")));
        right.forEach(worker -> wire.tell(label(other, worker, "bird")));
        awaitVerdicts(other, 9);

        right.subList(0, 2).forEach(worker -> wire.tell(label(good, worker, "cat")));
        colluders.forEach(worker -> wire.tell(label(good, worker, "dog")));

        assertThat(awaitVerdicts(good, 7))
                .filteredOn(verdict -> verdict.workerId().startsWith("c"))
                .allMatch(verdict -> verdict.verdict() == Verdict.REJECTED);
        assertThat(wire.heard(TaskEscalated.class, good.taskId())).isEmpty();
    }

    private List<LabelReviewed> awaitVerdicts(TaskCreated task, int count) {
        return await().until(
                        () -> wire.heard(LabelReviewed.class, task.taskId()),
                        told -> told.size() >= count);
    }

    private List<LabelReviewed> verdicts(TaskCreated task, String worker) {
        return awaitVerdicts(task, 1).stream()
                .filter(verdict -> verdict.workerId().equals(worker))
                .toList();
    }

    /** As if there had only been the good one. */
    private void awaitSkill(String worker) {
        await().untilAsserted(
                        () ->
                                http.get()
                                        .uri("/v1/skills/" + worker)
                                        .header("Authorization", TestTokens.bearer("ops1", "ops"))
                                        .exchange()
                                        .expectBody()
                                        .jsonPath("$.skills.animals.golds")
                                        .isEqualTo(1)
                                        .jsonPath("$.skills.animals.correct")
                                        .isEqualTo(1.0));
    }
}
