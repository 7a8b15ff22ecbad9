package io.assay.review;

import static io.assay.review.TestEvents.created;
import static io.assay.review.TestEvents.flag;
import static io.assay.review.TestEvents.gold;
import static io.assay.review.TestEvents.label;
import static io.assay.review.TestEvents.project;
import static io.assay.review.TestEvents.withdrawn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.assay.events.Answer;
import io.assay.events.CorrectionReason;
import io.assay.events.Decider;
import io.assay.events.EscalationReason;
import io.assay.events.Event;
import io.assay.events.LabelReviewed;
import io.assay.events.MoreLabelsRequested;
import io.assay.events.OverlapRule;
import io.assay.events.SkillStanding;
import io.assay.events.TaskCreated;
import io.assay.events.TaskEscalated;
import io.assay.events.TaskKind;
import io.assay.events.TaskLabelled;
import io.assay.events.TaskUnlabelable;
import io.assay.events.Topic;
import io.assay.events.Verdict;
import io.assay.events.VerdictBasis;
import io.assay.events.VerdictReason;
import io.assay.events.WorkerTierChanged;
import io.assay.review.gold.GoldLabel;
import io.assay.review.gold.ScoreGold;
import io.assay.review.project.MongoProjects;
import io.assay.review.skill.CountScores;
import io.assay.review.verdict.Judgement;
import io.assay.review.verdict.Submission;
import io.assay.truth.consensus.Tolerance;
import io.assay.web.TestTokens;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;

/** The whole service on real engines. */
@TestPropertySource(
        properties = {
            "assay.review.tiers.up=0.6,0.88,0.93,0.95",
            "assay.review.tiers.down=0.5,0.80,0.87,0.90",
            "assay.review.tiers.min-golds=5"
        })
class ReviewServiceIT extends RunningReview {
    private static final OverlapRule TWO_TO_THREE = new OverlapRule(2, 3, 0.85);

    @Autowired MongoProjects projects;
    @Autowired ScoreGold scoreGold;
    @Autowired CountScores countScores;
    @Autowired Clock clock;

    @Test
    void turnsAgreeingLabelsIntoOneResultAndAVerdictEach() {
        TaskCreated task = created(projectId, "one");

        wire.tell(project(projectId, TWO_TO_THREE), task);
        wire.tell(label(task, w1, "cat"), label(task, w2, "cat"));

        TaskLabelled result = only(TaskLabelled.class, task);
        assertThat(result.answer()).isEqualTo(new Answer.Category("cat"));
        assertThat(result.labels()).isEqualTo(2);
        assertThat(result.decidedBy()).isEqualTo(Decider.CONSENSUS);
        assertThat(result.externalId()).isEqualTo("one");
        List<LabelReviewed> verdicts = expect(LabelReviewed.class, task, 2);
        assertThat(verdicts).allMatch(verdict -> verdict.verdict() == Verdict.ACCEPTED);
        assertThat(verdicts).allMatch(verdict -> verdict.basis() == VerdictBasis.CONSENSUS);
    }

    @Test
    void asksForAThirdLabelThenRejectsTheOneThatDiffersAndJudgesALateOne() {
        TaskCreated task = created(projectId, "three");
        wire.tell(project(projectId, TWO_TO_THREE), task);
        wire.tell(label(task, w1, "cat"), label(task, w2, "dog"));
        assertThat(only(MoreLabelsRequested.class, task).wanted()).isEqualTo(3);

        wire.tell(label(task, w3, "cat"));
        expect(LabelReviewed.class, task, 3);
        String late = "w" + UUID.randomUUID();
        wire.tell(label(task, late, "dog"));

        List<LabelReviewed> verdicts = expect(LabelReviewed.class, task, 4);
        assertThat(verdicts)
                .filteredOn(verdict -> verdict.verdict() == Verdict.REJECTED)
                .extracting(LabelReviewed::workerId)
                .containsExactlyInAnyOrder(w2, late);
        assertThat(only(TaskLabelled.class, task).labels()).isEqualTo(3);
        assertAgreements(late, 1, 0);
    }

    @Test
    void tellsNothingTwiceWhenEverythingIsHeardTwice() {
        TaskCreated task = created(projectId, "twice");
        Event[] all = {
            project(projectId, TWO_TO_THREE), task, label(task, w1, "cat"), label(task, w2, "cat")
        };
        wire.tell(all);
        expect(LabelReviewed.class, task, 2);

        wire.tell(all);
        TaskCreated next = created(projectId, "next");
        wire.tell(next, label(next, w1, "cat"), label(next, w2, "cat"));
        expect(LabelReviewed.class, next, 2);
        wire.tell(label(task, w3, "cat"));

        expect(LabelReviewed.class, task, 3);
        only(TaskLabelled.class, task);
    }

    @Test
    void keepsLabelsUntilTheirTaskAndTheirProjectAreKnown() {
        TaskCreated task = created(projectId, "early");
        wire.tell(label(task, w1, "cat"), label(task, w2, "cat"));
        wire.tell(task);
        TaskCreated other = created(projectId + "x", "other");
        wire.tell(project(projectId + "x", TWO_TO_THREE), other);
        wire.tell(label(other, w1, "cat"), label(other, w2, "cat"));
        expect(LabelReviewed.class, other, 2);
        assertThat(wire.heard(LabelReviewed.class, task.taskId())).isEmpty();

        wire.tell(project(projectId, TWO_TO_THREE));

        only(TaskLabelled.class, task);
        expect(LabelReviewed.class, task, 2);
    }

    @Test
    void decidesWaitingTasksWhenTheOverlapIsLowered() {
        TaskCreated task = created(projectId, "lowered");
        wire.tell(project(projectId, new OverlapRule(3, 3, 0.9)), task);
        wire.tell(label(task, w1, "cat"), label(task, w2, "cat"));
        TaskCreated full = created(projectId, "full");
        wire.tell(full, label(full, w1, "cat"), label(full, w2, "cat"));
        wire.tell(label(full, w3, "cat"));
        only(TaskLabelled.class, full);
        assertThat(wire.heard(TaskLabelled.class, task.taskId())).isEmpty();

        wire.tell(2, project(projectId, TWO_TO_THREE));

        only(TaskLabelled.class, task);
    }

    @Test
    void letsAReviewerDecideWhatWorkersDispute() {
        TaskCreated task = created(projectId, "disputed");
        wire.tell(project(projectId, new OverlapRule(3, 3, 0.9)), task);
        wire.tell(label(task, w1, "cat"), label(task, w2, "dog"));
        wire.tell(label(task, w3, "bird"));
        TaskEscalated escalated = only(TaskEscalated.class, task);
        assertThat(escalated.reason()).isEqualTo(EscalationReason.UNDECIDED);

        String etag = queuedWithETag(task);
        String body = "{\"answer\":{\"tool\":\"category\",\"classId\":\"dog\"}}";
        decide(task, w2, etag, body).expectStatus().isForbidden();
        decide(task, "r1", "\"999\"", body).expectStatus().isEqualTo(412);
        decide(task, "r1", etag, "{\"answer\":{\"tool\":\"category\",\"classId\":\"cow\"}}")
                .expectStatus()
                .isEqualTo(422);
        byte[] first = answer(decide(task, "r1", etag, body));
        byte[] again = answer(decide(task, "r1", etag, body));
        assertThat(again).isEqualTo(first);
        decide(task, "r1", etag, "{\"unlabelable\":\"blurred\"}").expectStatus().isEqualTo(409);
        decide(task, "r2", etag, body).expectStatus().isEqualTo(409);

        TaskLabelled result = only(TaskLabelled.class, task);
        assertThat(result.answer()).isEqualTo(new Answer.Category("dog"));
        assertThat(result.decidedBy()).isEqualTo(Decider.REVIEWER);
        assertThat(result.confidence()).isEqualTo(1);
        assertThat(expect(LabelReviewed.class, task, 3))
                .filteredOn(verdict -> verdict.verdict() == Verdict.ACCEPTED)
                .extracting(LabelReviewed::workerId)
                .containsExactly(w2);
    }

    @Test
    void paysForHonestWorkOnAPictureThatCannotBeLabelled() {
        TaskCreated task = created(projectId, "black");
        wire.tell(project(projectId, new OverlapRule(3, 3, 0.9)), task);
        wire.tell(label(task, w1, "cat"), flag(task, w2), label(task, w3, "dog"));
        assertThat(only(TaskEscalated.class, task).reason()).isEqualTo(EscalationReason.FLAGGED);

        String etag = queuedWithETag(task);
        decide(task, "r1", etag, "{\"unlabelable\":\"it is all black\"}").expectStatus().isOk();

        assertThat(only(TaskUnlabelable.class, task).reason()).isEqualTo("it is all black");
        assertThat(expect(LabelReviewed.class, task, 3))
                .allMatch(verdict -> verdict.verdict() == Verdict.ACCEPTED)
                .extracting(LabelReviewed::reason)
                .containsExactlyInAnyOrder(
                        VerdictReason.UNLABELABLE,
                        VerdictReason.FLAG_UPHELD,
                        VerdictReason.UNLABELABLE);
    }

    @Test
    void acceptsWhatWasLabelledOfAWithdrawnPicture() {
        TaskCreated task = created(projectId, "withdrawn");
        wire.tell(project(projectId, TWO_TO_THREE), task, label(task, w1, "cat"));
        TaskCreated other = created(projectId, "other");
        wire.tell(other, label(other, w1, "cat"), label(other, w2, "cat"));
        only(TaskLabelled.class, other);

        wire.tell(withdrawn(task), label(task, w2, "dog"));

        assertThat(expect(LabelReviewed.class, task, 2))
                .allMatch(verdict -> verdict.verdict() == Verdict.ACCEPTED);
        assertThat(wire.heard(TaskLabelled.class, task.taskId())).isEmpty();
    }

    @Test
    void scoresGoldTellsItLikeAnyOtherVerdictAndPromotesOnceOverDuplicates() {
        String worker = "w" + UUID.randomUUID();
        wire.tell(project(projectId, TWO_TO_THREE));
        for (int i = 0; i < 8; i++) {
            TaskCreated task = created(projectId, "gold" + i, TaskKind.GOLD);
            wire.tell(task, gold(task, new Answer.Category("cat")));
            wire.tell(label(task, worker, i == 7 ? "dog" : "cat"));
            wire.tell(label(task, worker, i == 7 ? "dog" : "cat"));
        }

        for (int i = 0; i < 8; i++) {
            TaskCreated task = created(projectId, "gold" + i, TaskKind.GOLD);
            LabelReviewed verdict = only(LabelReviewed.class, task);
            assertThat(verdict.verdict()).isEqualTo(i == 7 ? Verdict.REJECTED : Verdict.ACCEPTED);
            assertThat(verdict.basis()).isEqualTo(VerdictBasis.GOLD);
            assertThat(verdict.explanation()).doesNotContainIgnoringCase("gold", "cat");
            assertThat(wire.heard(TaskLabelled.class, task.taskId())).isEmpty();
        }
        await().untilAsserted(
                        () ->
                                skillsOf(worker)
                                        .jsonPath("$.skills.animals.golds")
                                        .isEqualTo(8)
                                        .jsonPath("$.skills.animals.correct")
                                        .isEqualTo(7)
                                        .jsonPath("$.skills.animals.requesters.requester.tier")
                                        .isEqualTo(2));
        // others tell that the worker needs less gold; how many depends on how the answers come
        List<WorkerTierChanged> changes =
                await().until(
                                () -> wire.heard(WorkerTierChanged.class, worker),
                                told -> !told.isEmpty() && tier(told.getLast()) == 2);
        assertThat(changes).extracting(ReviewServiceIT::tier).isSorted();
        assertThat(changes)
                .extracting(change -> change.skills().get("animals").goldNeed())
                .allSatisfy(need -> assertThat(need).isBetween(0.0, 1.0));
    }

    private static int tier(WorkerTierChanged change) {
        SkillStanding standing = change.skills().get("animals");
        return standing.requesters() == null
                ? standing.tier()
                : standing.requesters().get("requester").tier();
    }

    /** As two instances do that both believe to own a partition. */
    @Test
    void countsGoldOnceHoweverManyScoreItAtTheSameTime() throws Exception {
        String worker = "w" + UUID.randomUUID();
        List<GoldLabel> labels =
                IntStream.range(0, 60).mapToObj(i -> goldLabel(worker, "c" + i)).toList();

        try (ExecutorService instances = Executors.newFixedThreadPool(4)) {
            List<Callable<Void>> work = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                Random random = new Random(i);
                work.add(() -> scoreInPieces(labels, random));
            }
            for (Future<Void> done : instances.invokeAll(work)) {
                done.get();
            }
        }

        assertGolds(worker, 60);
    }

    @Test
    void countsGoldOnceWhenACrashComesBeforeItIsMarked() {
        String worker = "w" + UUID.randomUUID();
        GoldLabel label = goldLabel(worker, "crash");

        countScores.count(List.of(label.score()), _ -> Set.of());
        scoreGold.score(List.of(label));
        scoreGold.score(List.of(label, goldLabel(worker, "next")));

        assertGolds(worker, 2);
    }

    @Test
    void aGoldThatGoodWorkersContradictHealsItself() {
        List<String> workers =
                IntStream.range(0, 5).mapToObj(i -> "w" + i + UUID.randomUUID()).toList();
        // whose project it is decides what the answers count for
        wire.tell(project(projectId, TWO_TO_THREE));
        await().until(() -> projects.find(projectId).isPresent());
        for (String worker : workers) {
            scoreGold.score(
                    IntStream.range(0, 25).mapToObj(i -> goldLabel(worker, "known" + i)).toList());
        }
        TaskCreated bad = created(projectId, "bad", TaskKind.GOLD);
        wire.tell(bad, gold(bad, new Answer.Category("cat")));

        Event[] labels =
                workers.stream().map(worker -> label(bad, worker, "dog")).toArray(Event[]::new);
        wire.tell(labels);

        TaskEscalated escalated = only(TaskEscalated.class, bad);
        assertThat(escalated.reason()).isEqualTo(EscalationReason.GOLD_DOUBTED);
        await().untilAsserted(
                        () ->
                                assertThat(lastVerdicts(bad))
                                        .hasSize(5)
                                        .containsOnly(Verdict.ACCEPTED));
        assertThat(wire.heard(LabelReviewed.class, bad.taskId()))
                .allSatisfy(
                        verdict ->
                                assertThat(verdict.corrects())
                                        .isEqualTo(correctionOf(verdict, firstVerdicts(bad))));
        await().untilAsserted(() -> workers.forEach(worker -> assertScores(worker, 25, 25)));

        wire.tell(labels);
        String etag = queuedWithETag(bad);
        String dog = "{\"answer\":{\"tool\":\"category\",\"classId\":\"dog\"}}";
        assertOwnWork(bad, workers.getFirst(), etag, dog);
        decide(bad, "r1", etag, dog).expectStatus().isOk();
        String late = "w" + UUID.randomUUID();
        String wrong = "w" + UUID.randomUUID();
        wire.tell(label(bad, late, "dog"), label(bad, wrong, "cat"));

        await().untilAsserted(
                        () -> {
                            assertScores(late, 1, 1);
                            assertScores(wrong, 1, 0);
                        });
        workers.forEach(worker -> assertScores(worker, 25, 25));
        only(TaskEscalated.class, bad);
        assertThat(wire.heard(TaskLabelled.class, bad.taskId())).isEmpty();
    }

    /** Neither listed nor shown to who answered it, nor theirs to decide. */
    private void assertOwnWork(TaskCreated task, String worker, String etag, String body) {
        String token = TestTokens.bearer(worker, "reviewer");
        http.get()
                .uri("/v1/reviews?projectId=" + projectId)
                .header("Authorization", token)
                .exchange()
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(0);
        http.get()
                .uri("/v1/reviews/" + task.taskId())
                .header("Authorization", token)
                .exchange()
                .expectStatus()
                .isForbidden();
        decide(task, worker, etag, body).expectStatus().isForbidden();
    }

    /** Only what follows a rejection that was told corrects something. */
    private static @Nullable CorrectionReason correctionOf(
            LabelReviewed verdict, Map<String, LabelReviewed> firsts) {
        LabelReviewed first = firsts.get(verdict.workerId());
        if (verdict.equals(first)) {
            return null;
        }
        assertThat(first.verdict()).isEqualTo(Verdict.REJECTED);
        assertThat(verdict.reviewedAt()).isAfter(first.reviewedAt());
        return CorrectionReason.GOLD;
    }

    private Map<String, LabelReviewed> firstVerdicts(TaskCreated task) {
        Map<String, LabelReviewed> first = new HashMap<>();
        wire.heard(LabelReviewed.class, task.taskId())
                .forEach(verdict -> first.putIfAbsent(verdict.workerId(), verdict));
        return first;
    }

    /** By worker, what was told last. */
    private Collection<Verdict> lastVerdicts(TaskCreated task) {
        Map<String, Verdict> last = new HashMap<>();
        wire.heard(LabelReviewed.class, task.taskId())
                .forEach(verdict -> last.put(verdict.workerId(), verdict.verdict()));
        return last.values();
    }

    private void assertScores(String worker, int golds, double correct) {
        skillsOf(worker)
                .jsonPath("$.skills.animals.golds")
                .isEqualTo(golds)
                .jsonPath("$.skills.animals.correct")
                .isEqualTo(correct);
    }

    @ParameterizedTest
    @EnumSource(
            value = Topic.class,
            names = {"PROJECTS", "TASKS", "GOLD", "LABELS"})
    void aPoisonEventStopsNothing(Topic topic) {
        TaskCreated task = created(projectId, "after");
        String key = topic == Topic.PROJECTS ? projectId : task.taskId();

        wire.tellGarbage(topic, key);
        wire.tell(project(projectId, TWO_TO_THREE), task);
        wire.tell(label(task, w1, "cat"), label(task, w2, "cat"));

        only(TaskLabelled.class, task);
        await().untilAsserted(
                        () ->
                                http.get()
                                        .uri("/v1/ops/review-service/dead-letters?limit=200")
                                        .header("Authorization", TestTokens.bearer("ops1", "ops"))
                                        .exchange()
                                        .expectStatus()
                                        .isOk()
                                        .expectBody(String.class)
                                        .value(
                                                list ->
                                                        assertThat(list)
                                                                .contains(topic.topicName())));
    }

    private Void scoreInPieces(List<GoldLabel> labels, Random random) {
        List<GoldLabel> shuffled = new ArrayList<>(labels);
        Collections.shuffle(shuffled, random);
        for (int from = 0; from < shuffled.size(); from += 7) {
            scoreGold.score(shuffled.subList(from, Math.min(from + 7, shuffled.size())));
        }
        return null;
    }

    private GoldLabel goldLabel(String worker, String externalId) {
        TaskCreated task = created(projectId, externalId, TaskKind.GOLD);
        Submission.Label label = Submission.Label.of(label(task, worker, "cat"));
        Judgement judgement =
                Judgement.of(label, label.answer(), Tolerance.DEFAULT, VerdictBasis.GOLD);
        return GoldLabel.scored(
                label, task.taskId(), projectId, "animals", judgement, 1, clock.instant());
    }

    private void assertAgreements(String worker, int judged, int agreed) {
        await().untilAsserted(
                        () ->
                                skillsOf(worker)
                                        .jsonPath("$.agreements.animals.judged")
                                        .isEqualTo(judged)
                                        .jsonPath("$.agreements.animals.agreed")
                                        .isEqualTo(agreed));
    }

    private void assertGolds(String worker, int golds) {
        skillsOf(worker).jsonPath("$.skills.animals.golds").isEqualTo(golds);
    }

    /** As operations see them. */
    private RestTestClient.BodyContentSpec skillsOf(String worker) {
        return http.get()
                .uri("/v1/skills/" + worker)
                .header("Authorization", TestTokens.bearer("ops1", "ops"))
                .exchange()
                .expectBody();
    }

    private RestTestClient.ResponseSpec decide(
            TaskCreated task, String reviewer, String etag, String body) {
        return http.post()
                .uri("/v1/reviews/" + task.taskId() + "/decision")
                .header("Authorization", TestTokens.bearer(reviewer, "reviewer"))
                .header("If-Match", etag)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }

    private static byte[] answer(RestTestClient.ResponseSpec response) {
        return response.expectStatus().isOk().expectBody().returnResult().getResponseBody();
    }

    /** Waits until the task is listed, then reads it as a reviewer does. */
    private String queuedWithETag(TaskCreated task) {
        String token = TestTokens.bearer("r1", "reviewer");
        http.get()
                .uri("/v1/reviews?projectId=" + projectId)
                .header("Authorization", token)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items[0].taskId")
                .isEqualTo(task.taskId())
                .jsonPath("$.items.length()")
                .isEqualTo(1);
        var found =
                http.get()
                        .uri("/v1/reviews/" + task.taskId())
                        .header("Authorization", token)
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody(String.class)
                        .returnResult();
        assertThat(found.getResponseBody()).doesNotContain(w1, w2, "workerId");
        assertThat(found.getResponseBody()).contains("/v1/pictures/" + TestEvents.SHA + "?exp=");
        return found.getResponseHeaders().getETag();
    }

    private <E extends Event> E only(Class<E> type, TaskCreated task) {
        return expect(type, task, 1).getFirst();
    }

    private <E extends Event> List<E> expect(Class<E> type, TaskCreated task, int count) {
        await().until(() -> wire.heard(type, task.taskId()).size() >= count);
        assertThat(wire.heard(type, task.taskId())).hasSize(count);
        return wire.heard(type, task.taskId());
    }
}
