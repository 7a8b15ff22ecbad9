package io.assay.review;

import static io.assay.review.TestEvents.NOON;
import static io.assay.review.TestEvents.audited;
import static io.assay.review.TestEvents.created;
import static io.assay.review.TestEvents.gold;
import static io.assay.review.TestEvents.label;
import static io.assay.review.TestEvents.project;
import static io.assay.review.TestEvents.ruled;
import static io.assay.review.TestEvents.tags;
import static io.assay.review.TestEvents.tolerant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.assay.events.Answer;
import io.assay.events.CorrectionReason;
import io.assay.events.Event;
import io.assay.events.GoldRule;
import io.assay.events.Ids;
import io.assay.events.LabelReviewed;
import io.assay.events.LabelSubmitted;
import io.assay.events.LeaseTerms;
import io.assay.events.OverlapRule;
import io.assay.events.ReviewRule;
import io.assay.events.TaskCreated;
import io.assay.events.TaskKind;
import io.assay.events.TaskLabelSuperseded;
import io.assay.events.TaskLabelled;
import io.assay.events.Verdict;
import io.assay.messaging.TestClock;
import io.assay.review.project.MongoProjects;
import io.assay.web.TestTokens;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is looked at once more, on real engines: audits, appeals, and rejections that are held. */
class ReviewAgainIT extends RunningReview {
    private static final OverlapRule TWO_TO_THREE = new OverlapRule(2, 3, 0.85);

    /** So few that only gold tells whom to believe, and two who agree are right. */
    private static final int MANY = 19;

    private static final String DOG = "\"answer\":{\"tool\":\"category\",\"classId\":\"dog\"}";
    private static final String APPEAL = "{\"text\":\"It barks.\"}";
    private static final String UPHELD = "{\"upheld\":true,\"reason\":\"It does.\"}";

    @Autowired MongoTemplate mongo;
    @Autowired MongoProjects projects;

    private final String rejected = "w" + UUID.randomUUID();

    @Test
    void anAuditChangesAResultByAClauseAndSaysSo() {
        TaskCreated task = created(projectId, "audited");
        wire.tell(audited(projectId, TWO_TO_THREE), task);
        wire.tell(label(task, w1, "cat"), label(task, w2, "cat"), label(task, w3, "dog"));
        expect(LabelReviewed.class, task, 3);
        String path = "/v1/reviews/" + task.taskId();
        JsonNode queue = get("r1", "reviewer", "/v1/reviews?reason=audit&projectId=" + projectId);
        assertThat(queue.at("/items/0/taskId").asString()).isEqualTo(task.taskId());
        assertThat(queue.at("/items/0/reason").asString()).isEqualTo("audit");
        assertThat(get(w1, "reviewer", "/v1/reviews?projectId=" + projectId).get("items"))
                .isEmpty();
        assertProblem(call(w1, "reviewer", path), 403, "own-work");

        String etag = etag("r1", path);
        assertProblem(decide("r1", path, etag, "{" + DOG + "}"), 422, "invalid-answer");
        assertProblem(
                decide("r1", path, etag, "{" + DOG + ",\"clause\":\"1\",\"guidelineVersion\":9}"),
                422,
                "invalid-answer");
        String fix = "{" + DOG + ",\"clause\":\"2.1 Tails\"}";
        decide("r1", path, etag, fix).expectStatus().isOk();
        decide("r1", path, etag, fix).expectStatus().isOk();

        TaskLabelSuperseded next = expect(TaskLabelSuperseded.class, task, 1).getFirst();
        assertThat(next.version()).isEqualTo(2);
        assertThat(next.previous()).isEqualTo(new Answer.Category("cat"));
        assertThat(next.provenance().reviews().getFirst().clause()).isEqualTo("2.1 Tails");
        assertThat(next.provenance().toString()).doesNotContain(w1, "r1");
        assertThat(expect(LabelReviewed.class, task, 4).getLast())
                .matches(verdict -> verdict.workerId().equals(w3))
                .matches(verdict -> verdict.corrects() == CorrectionReason.AUDIT);
    }

    @Test
    void nobodyIsRejectedByAGuidelineThatTheyHadNotSeen() {
        TaskCreated task = created(projectId, "older");
        OverlapRule three = new OverlapRule(3, 3, 0.9);
        wire.tell(audited(projectId, three), task);
        wire.tell(label(task, w1, "cat", 1), label(task, w2, "dog", 2));
        wire.tell(label(task, w3, "bird", 3));
        awaitQueue("/v1/reviews?reason=undecided&projectId=" + projectId, "taskId");
        String path = "/v1/reviews/" + task.taskId();
        String etag = etag("r1", path);

        JsonNode problem =
                assertProblem(
                        decide("r1", path, etag, "{" + DOG + ",\"guidelineVersion\":3}"),
                        409,
                        "newer-guideline");
        assertThat(problem.get("oldest").asInt()).isEqualTo(1);
        decide("r1", path, etag, "{" + DOG + ",\"guidelineVersion\":1,\"clause\":\"2\"}")
                .expectStatus()
                .isOk();

        assertThat(expect(LabelReviewed.class, task, 3))
                .filteredOn(verdict -> verdict.verdict() == Verdict.REJECTED)
                .extracting(LabelReviewed::clause)
                .containsExactly("2", "2");
    }

    /** By default two of three tags would not do, and the older label would be rejected. */
    @Test
    void whatAProjectFindsRightIsRejectedByNoGuideline() {
        TaskCreated task = created(projectId, "tolerant");
        wire.tell(tolerant(projectId, new OverlapRule(2, 2, 0.99)), task);
        LabelSubmitted older = label(task, w1, tags("cat", "dog"));
        wire.tell(older, under(3, label(task, w2, tags("bird"))));
        awaitQueue("/v1/reviews?reason=undecided&projectId=" + projectId, "taskId");
        String path = "/v1/reviews/" + task.taskId();

        decide(
                        "r1",
                        path,
                        etag("r1", path),
                        "{\"answer\":{\"tool\":\"tags\",\"classIds\":[\"cat\"]},\"guidelineVersion\":3}")
                .expectStatus()
                .isOk();

        assertThat(expect(LabelReviewed.class, task, 2))
                .filteredOn(verdict -> verdict.verdict() == Verdict.ACCEPTED)
                .extracting(LabelReviewed::workerId)
                .containsExactly(w1);
    }

    private static LabelSubmitted under(int guidelineVersion, LabelSubmitted label) {
        return new LabelSubmitted(
                label.assignmentId(),
                label.taskId(),
                label.projectId(),
                label.workerId(),
                new LeaseTerms(1, label.terms().price(), 1, 1_000, guidelineVersion),
                label.answer(),
                label.leasedAt(),
                label.submittedAt());
    }

    @Test
    void reviewersAreMeasuredAgainstEachOther() {
        TaskCreated task = created(projectId, "second look");
        String first = "r" + UUID.randomUUID();
        wire.tell(audited(projectId, new OverlapRule(3, 3, 0.9)), task);
        wire.tell(label(task, w1, "cat"), label(task, w2, "dog"), label(task, w3, "bird"));
        awaitQueue("/v1/reviews?projectId=" + projectId, "taskId");
        String path = "/v1/reviews/" + task.taskId();
        decide(first, path, etag(first, path), "{" + DOG + "}").expectStatus().isOk();

        assertProblem(call(first, "reviewer", path), 403, "own-decision");
        assertThat(get(first, "reviewer", "/v1/reviews?projectId=" + projectId).get("items"))
                .isEmpty();
        assertProblem(decide(first, path, "\"1\"", "{\"accept\":true}"), 403, "own-decision");
        decide("r2", path, etag("r2", path), "{\"accept\":true}").expectStatus().isOk();

        String reviewers = "/v1/ops/review-service/reviewers?limit=200";
        JsonNode counts =
                get("o1", "ops", reviewers)
                        .at("/items")
                        .valueStream()
                        .filter(one -> one.get("reviewerId").asString().equals(first))
                        .findFirst()
                        .orElseThrow();
        assertThat(counts.get("decisions").asInt()).isEqualTo(1);
        assertThat(counts.get("secondLooks").asInt()).isEqualTo(1);
        assertThat(counts.get("agreed").asInt()).isEqualTo(1);
        assertProblem(call(first, "reviewer", reviewers), 403, "forbidden");
    }

    @Test
    void anUpheldAppealAcceptsTheLabelOnceAndRepairsTheCount() {
        TaskCreated task = rejectedOnce("appealed");
        String verdict = "/v1/verdicts/" + Ids.assignmentId(task.taskId(), rejected);
        JsonNode told = get(rejected, "worker", verdict);
        assertThat(told.get("verdict").asString()).isEqualTo("rejected");
        assertThat(told.get("explanation").asString()).contains("guideline version 1");
        assertThat(told.at("/answer/classId").asString()).isEqualTo("dog");
        assertThat(told.has("appealUntil")).isTrue();
        assertThat(told.toString()).doesNotContain("\"cat\"", "consensus");
        assertProblem(call("other", "worker", verdict), 404, "verdict-not-found");
        assertProblem(post("other", "worker", verdict + "/appeal", APPEAL), 404, null);
        assertProblem(
                post(w1, "worker", "/v1/verdicts/" + task.taskId() + "." + w1 + "/appeal", APPEAL),
                409,
                "not-rejected");

        post(rejected, "worker", verdict + "/appeal", APPEAL).expectStatus().isOk();
        post(rejected, "worker", verdict + "/appeal", APPEAL).expectStatus().isOk();
        assertProblem(
                post(rejected, "worker", verdict + "/appeal", "{\"text\":\"Please!\"}"),
                409,
                "already-appealed");

        String path = appeal();
        assertThat(get("r1", "reviewer", path).toString()).doesNotContain(rejected, w1);
        assertProblem(call(rejected, "reviewer", path), 403, "own-work");
        assertProblem(decideAppeal(rejected, path, UPHELD), 403, "own-work");
        assertProblem(decideAppeal(w1, path, UPHELD), 403, "own-work");
        assertProblem(post(rejected, "worker", path + "/decision", UPHELD), 403, "forbidden");
        decideAppeal("r1", path, UPHELD).expectStatus().isOk();
        decideAppeal("r1", path, UPHELD).expectStatus().isOk();
        assertProblem(decideAppeal("r2", path, UPHELD), 409, "already-decided");

        List<LabelReviewed> verdicts = expect(LabelReviewed.class, task, 4);
        assertThat(verdicts.getLast().workerId()).isEqualTo(rejected);
        assertThat(verdicts.getLast().verdict()).isEqualTo(Verdict.ACCEPTED);
        assertThat(verdicts.getLast().corrects()).isEqualTo(CorrectionReason.APPEAL);
        assertThat(wire.heard(TaskLabelSuperseded.class, task.taskId())).isEmpty();
        JsonNode after = get(rejected, "worker", verdict);
        assertThat(after.get("verdict").asString()).isEqualTo("accepted");
        assertThat(after.at("/appeal/status").asString()).isEqualTo("upheld");
        assertThat(after.at("/appeal/reason").asString()).isEqualTo("It does.");
        JsonNode agreed = get("o1", "ops", "/v1/skills/" + rejected).at("/agreements/animals");
        assertThat(agreed.get("judged").asInt()).isEqualTo(1);
        assertThat(agreed.get("agreed").asInt()).isEqualTo(1);
        assertThat(get("o1", "ops", "/v1/ops/review-service/rules").toString())
                .contains("\"rule\":\"differs/consensus\"");
    }

    @Test
    void aWindowThatIsMadeShorterAfterwardsIsAsLongAsItWas() {
        TaskCreated task = rejectedOnce("window");
        Instant later = NOON.plusSeconds(3_600);
        OverlapRule two = new OverlapRule(2, 3, 0.6);
        wire.tell(2, ruled(projectId, two, later, new ReviewRule(0, 1), GoldRule.DEFAULT));

        assertThat(windowOf(task)).isEqualTo(Duration.ofDays(14));
        await().untilAsserted(
                        () ->
                                assertThat(
                                                projects.find(projectId)
                                                        .orElseThrow()
                                                        .appealWindow(later))
                                        .isEqualTo(Duration.ofDays(1)));
        assertThat(windowOf(task)).isEqualTo(Duration.ofDays(14));
    }

    private Duration windowOf(TaskCreated task) {
        JsonNode told =
                get(
                        rejected,
                        "worker",
                        "/v1/verdicts/" + Ids.assignmentId(task.taskId(), rejected));
        return Duration.between(
                Instant.parse(told.get("reviewedAt").asString()),
                Instant.parse(told.get("appealUntil").asString()));
    }

    @Test
    void aReviewerNeverDecidesAnAppealAgainstTheirOwnDecision() {
        TaskCreated task = created(projectId, "own decision");
        wire.tell(project(projectId, new OverlapRule(3, 3, 0.9)), task);
        wire.tell(label(task, rejected, "dog"), label(task, w2, "cat"), label(task, w3, "bird"));
        awaitQueue("/v1/reviews?projectId=" + projectId, "taskId");
        String path = "/v1/reviews/" + task.taskId();
        String bird = "{\"answer\":{\"tool\":\"category\",\"classId\":\"bird\"}}";
        decide("r1", path, etag("r1", path), bird).expectStatus().isOk();
        expect(LabelReviewed.class, task, 3);
        String verdict = "/v1/verdicts/" + Ids.assignmentId(task.taskId(), rejected);
        post(rejected, "worker", verdict + "/appeal", APPEAL).expectStatus().isOk();

        String appeal = appeal();
        assertThat(get("r1", "reviewer", "/v1/appeals?projectId=" + projectId).get("items"))
                .isEmpty();
        assertProblem(call("r1", "reviewer", appeal), 403, "own-decision");
        assertProblem(decideAppeal("r1", appeal, UPHELD), 403, "own-decision");
        decideAppeal("r2", appeal, "{\"upheld\":true,\"reason\":\"Yes.\"," + DOG + "}")
                .expectStatus()
                .isOk();

        TaskLabelSuperseded next = expect(TaskLabelSuperseded.class, task, 1).getFirst();
        assertThat(next.cause()).isEqualTo(CorrectionReason.APPEAL);
        assertThat(next.answer()).isEqualTo(new Answer.Category("dog"));
    }

    @Test
    void aDenialNeedsAClauseOfTheLabelsOwnGuidelineAndChangesNoVerdict() {
        TaskCreated task = rejectedOnce("denied");
        wire.tell(2, audited(projectId, TWO_TO_THREE));
        String verdict = "/v1/verdicts/" + Ids.assignmentId(task.taskId(), rejected);
        post(rejected, "worker", verdict + "/appeal", APPEAL).expectStatus().isOk();
        String path = appeal();
        String denied = "{\"upheld\":false,\"reason\":\"It meows.\"%s}";

        assertProblem(decideAppeal("r1", path, denied.formatted("")), 422, "invalid-answer");
        await().untilAsserted(
                        () ->
                                assertProblem(
                                        decideAppeal(
                                                "r1",
                                                path,
                                                denied.formatted(
                                                        ",\"clause\":\"1\",\"guidelineVersion\":3")),
                                        409,
                                        "newer-guideline"));
        decideAppeal("r1", path, denied.formatted(",\"clause\":\"1 Cats\"")).expectStatus().isOk();

        JsonNode after = get(rejected, "worker", verdict);
        assertThat(after.get("verdict").asString()).isEqualTo("rejected");
        assertThat(after.at("/appeal/status").asString()).isEqualTo("denied");
        assertThat(after.at("/appeal/clause").asString()).isEqualTo("1 Cats");
        assertThat(wire.heard(LabelReviewed.class, task.taskId())).hasSize(3);
    }

    @Test
    void anAppealAfterTheWindowIsRefused() {
        TaskCreated task = rejectedOnce("late");
        mongo.updateFirst(
                new Query(Criteria.where("_id").is(task.taskId())),
                new Update().set("state.taken.2.judgedAt", NOON.minus(Duration.ofDays(15))),
                "tasks");
        String verdict = "/v1/verdicts/" + Ids.assignmentId(task.taskId(), rejected);

        JsonNode problem =
                assertProblem(
                        post(rejected, "worker", verdict + "/appeal", APPEAL),
                        409,
                        "appeal-window-closed");

        assertThat(problem.get("until").asString())
                .isEqualTo(NOON.minus(Duration.ofDays(1)).toString());
    }

    @Test
    void anAppealAboutGoldLooksLikeAnyOtherAndRepairsTheScoreOnce() {
        TaskCreated plain = rejectedOnce("plain");
        TaskCreated task = created(projectId, "gold", TaskKind.GOLD);
        wire.tell(task, gold(task, new Answer.Category("cat")), label(task, rejected, "dog"));
        expect(LabelReviewed.class, task, 1);
        String verdict = "/v1/verdicts/" + Ids.assignmentId(task.taskId(), rejected);
        JsonNode told = get(rejected, "worker", verdict);
        JsonNode other =
                get(
                        rejected,
                        "worker",
                        "/v1/verdicts/" + Ids.assignmentId(plain.taskId(), rejected));
        assertThat(told.propertyNames()).isEqualTo(other.propertyNames());
        assertThat(told.get("explanation")).isEqualTo(other.get("explanation"));

        post(rejected, "worker", verdict + "/appeal", APPEAL).expectStatus().isOk();
        String path = appeal();
        decideAppeal("r1", path, UPHELD).expectStatus().isOk();
        decideAppeal("r1", path, UPHELD).expectStatus().isOk();

        LabelReviewed corrected = expect(LabelReviewed.class, task, 2).getLast();
        assertThat(corrected.verdict()).isEqualTo(Verdict.ACCEPTED);
        assertThat(corrected.corrects()).isEqualTo(CorrectionReason.APPEAL);
        JsonNode skill = get("o1", "ops", "/v1/skills/" + rejected).at("/skills/animals");
        assertThat(skill.get("golds").asInt()).isEqualTo(1);
        assertThat(skill.get("correct").asInt()).isEqualTo(1);
    }

    /** As if the process had died between the decision and what follows from it. */
    @Test
    void whatACrashLeavesOfAnAppealIsSettledByItself() {
        TaskCreated task = rejectedOnce("crash");
        String assignment = Ids.assignmentId(task.taskId(), rejected);
        post(rejected, "worker", "/v1/verdicts/" + assignment + "/appeal", APPEAL)
                .expectStatus()
                .isOk();
        String id = appeal().substring("/v1/appeals/".length());

        mongo.updateFirst(
                new Query(Criteria.where("_id").is(id)),
                new Update()
                        .set("state.status", "upheld")
                        .set("state.unsettled", true)
                        .unset("state.place")
                        .set("state.ruling.reviewer", "r1")
                        .set("state.ruling.upheld", true)
                        .set("state.ruling.reason", "It does.")
                        .set("state.ruling.at", TestClock.now())
                        .inc("version", 1L),
                "appeals");

        assertThat(expect(LabelReviewed.class, task, 4).getLast().verdict())
                .isEqualTo(Verdict.ACCEPTED);
    }

    @Test
    void farMoreRejectionsThanUsualHoldTheVerdictsUntilOperationsReleaseThem() {
        List<TaskCreated> tasks = mostlyRejected();
        awaitFrozen();
        int told = verdicts(tasks).size();
        assertThat(told).isLessThan(MANY * 10);

        String release = "/v1/ops/review-service/freezes/" + projectId + "/release";
        assertProblem(post(w1, "worker", release, "{}"), 403, "forbidden");
        assertProblem(post("r1", "reviewer", release, "{}"), 403, "forbidden");
        post("o1", "ops", release, "{}").expectStatus().isNoContent();
        assertProblem(post("o1", "ops", release, "{}"), 409, "not-frozen");

        await().until(() -> verdicts(tasks).size() == MANY * 10);
        assertThat(verdicts(tasks))
                .filteredOn(verdict -> verdict.verdict() == Verdict.REJECTED)
                .hasSize(MANY * 8);
    }

    @Test
    void aConfirmedAlarmRejectsNothingThatWasHeld() {
        List<TaskCreated> tasks = mostlyRejected();
        awaitFrozen();

        post("o1", "ops", "/v1/ops/review-service/freezes/" + projectId + "/confirm", "{}")
                .expectStatus()
                .isNoContent();

        await().until(() -> verdicts(tasks).size() == MANY * 10);
        assertThat(rejections(tasks)).isLessThan(MANY * 8);
    }

    /** Pictures, each with two labels that agree and eight that come later and do not. */
    private List<TaskCreated> mostlyRejected() {
        wire.tell(project(projectId, TWO_TO_THREE));
        List<TaskCreated> tasks = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            TaskCreated task = created(projectId, "many" + i);
            tasks.add(task);
            wire.tell(task, label(task, w1, "cat"), label(task, w2, "cat"));
            for (int late = 0; late < 8; late++) {
                wire.tell(label(task, "late" + (late + i) % 20, "dog"));
            }
        }
        return tasks;
    }

    private void awaitFrozen() {
        await().until(
                        () ->
                                get("o1", "ops", "/v1/ops/review-service/freezes?limit=200")
                                        .toString()
                                        .contains(projectId));
        JsonNode frozen = get("o1", "ops", "/v1/ops/review-service/freezes?limit=200");
        assertThat(frozen.at("/items/0/freeze/chance").asDouble()).isLessThan(1e-6);
        // all that was told is heard of, and the last of it is held
        for (int i = 0; i < MANY; i++) {
            expect(TaskLabelled.class, created(projectId, "many" + i), 1);
        }
    }

    private List<LabelReviewed> verdicts(List<TaskCreated> tasks) {
        return tasks.stream()
                .flatMap(task -> wire.heard(LabelReviewed.class, task.taskId()).stream())
                .toList();
    }

    private long rejections(List<TaskCreated> tasks) {
        return verdicts(tasks).stream()
                .filter(verdict -> verdict.verdict() == Verdict.REJECTED)
                .count();
    }

    /** Cat by two, and dog by one who is rejected. */
    private TaskCreated rejectedOnce(String externalId) {
        TaskCreated task = created(projectId, externalId);
        wire.tell(project(projectId, TWO_TO_THREE), task);
        wire.tell(label(task, w1, "cat"), label(task, w2, "cat"), label(task, rejected, "dog"));
        expect(LabelReviewed.class, task, 3);
        return task;
    }

    /** The path of the one appeal of the project. */
    private String appeal() {
        String queue = "/v1/appeals?projectId=" + projectId;
        return "/v1/appeals/" + awaitQueue(queue, "appealId");
    }

    private String awaitQueue(String path, String id) {
        await().until(() -> !get("r9", "reviewer", path).get("items").isEmpty());
        return get("r9", "reviewer", path).at("/items/0/" + id).asString();
    }

    private JsonNode get(String who, String role, String path) {
        return json(call(who, role, path).expectStatus().isOk());
    }

    private RestTestClient.ResponseSpec call(String who, String role, String path) {
        return http.get()
                .uri(path)
                .header("Authorization", TestTokens.bearer(who, role))
                .exchange();
    }

    private String etag(String reviewer, String path) {
        return call(reviewer, "reviewer", path)
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseHeaders()
                .getETag();
    }

    private RestTestClient.ResponseSpec decide(
            String reviewer, String path, String etag, String body) {
        return http.post()
                .uri(path + "/decision")
                .header("Authorization", TestTokens.bearer(reviewer, "reviewer"))
                .header("If-Match", etag)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }

    private RestTestClient.ResponseSpec decideAppeal(String reviewer, String path, String body) {
        return post(reviewer, "reviewer", path + "/decision", body);
    }

    private RestTestClient.ResponseSpec post(String who, String role, String path, String body) {
        return http.post()
                .uri(path)
                .header("Authorization", TestTokens.bearer(who, role))
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }

    private static JsonNode assertProblem(
            RestTestClient.ResponseSpec response, int status, String slug) {
        JsonNode problem = json(response.expectStatus().isEqualTo(status));
        if (slug != null) {
            assertThat(problem.get("type").asString()).isEqualTo("/problems/" + slug);
        }
        return problem;
    }

    private static JsonNode json(RestTestClient.ResponseSpec response) {
        byte[] body = response.expectBody().returnResult().getResponseBody();
        return new JsonMapper().readTree(body);
    }

    private <E extends Event> List<E> expect(Class<E> type, TaskCreated task, int count) {
        await().until(() -> wire.heard(type, task.taskId()).size() >= count);
        assertThat(wire.heard(type, task.taskId())).hasSize(count);
        return wire.heard(type, task.taskId());
    }
}
