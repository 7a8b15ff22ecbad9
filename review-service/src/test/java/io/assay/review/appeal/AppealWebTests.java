package io.assay.review.appeal;

import static io.assay.review.TestEvents.NOON;
import static io.assay.review.TestEvents.audited;
import static io.assay.review.TestEvents.created;
import static io.assay.review.TestEvents.label;
import static io.assay.review.TestEvents.project;
import static org.assertj.core.api.Assertions.assertThat;

import io.assay.events.Answer;
import io.assay.events.Ids;
import io.assay.events.LabelSubmitted;
import io.assay.events.OverlapRule;
import io.assay.events.ProjectChanged;
import io.assay.events.TaskCreated;
import io.assay.messaging.Versioned;
import io.assay.review.WithStore;
import io.assay.review.appeal.Appeal.Status;
import io.assay.review.intake.ReceiveTasks;
import io.assay.review.intake.ReviewTasks;
import io.assay.review.outcome.TaskReview;
import io.assay.review.project.MongoProjects;
import io.assay.review.project.ReviewedProject;
import io.assay.review.task.Decision;
import io.assay.review.task.Grounds;
import io.assay.review.task.MongoTasks;
import io.assay.review.task.ReviewContexts;
import io.assay.review.task.ReviewedTask;
import io.assay.review.task.ReviewerDecision;
import io.assay.web.TestTokens;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WithStore({AppealController.class, VerdictController.class, RuleController.class})
class AppealWebTests {
    private static final OverlapRule THREE = new OverlapRule(3, 3, 0.85);
    private static final String UPHELD = "{\"upheld\":true,\"reason\":\"Yes.\"}";
    private static final String COW =
            "{\"upheld\":true,\"reason\":\"Yes.\",\"answer\":{\"tool\":\"category\",\"classId\":\"cow\"}}";
    private static final String DENIED_WITHOUT_CLAUSE = "{\"upheld\":false,\"reason\":\"No.\"}";
    private static final String DENIED_BY_THE_THIRD =
            "{\"upheld\":false,\"reason\":\"No.\",\"clause\":\"2.1\",\"guidelineVersion\":3}";

    @Autowired MockMvcTester http;
    @Autowired MongoTemplate mongo;
    @Autowired MongoAppeals appeals;
    @Autowired MongoTasks tasks;
    @Autowired MongoProjects projects;
    @Autowired ReviewTasks reviewing;
    @Autowired ReviewContexts contexts;

    private final String projectId = "p" + UUID.randomUUID();
    private final TaskCreated task = created(projectId, "one");

    /** Of the worker who is rejected. */
    private final String assignment = Ids.assignmentId(task.taskId(), "w1");

    @BeforeEach
    void noAppeals() {
        mongo.getCollection("appeals").deleteMany(new Document());
    }

    @ParameterizedTest
    @ValueSource(strings = {"worker", "requester", "partner", "ops", "finance"})
    void onlyReviewersReadAndDecideAppeals(String role) {
        String appeal = appealed();
        String token = TestTokens.bearer("u1", role);

        assertThat(get("/v1/appeals", token)).hasStatus(403);
        assertThat(get("/v1/appeals/" + appeal, token)).hasStatus(403);
        assertThat(decide(appeal, token, UPHELD)).hasStatus(403);
        assertWaits(appeal);
    }

    @Test
    void aReviewerReadsAndDecidesAppeals() {
        String appeal = appealed();

        assertThat(get("/v1/appeals", reviewer()))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.items[*].appealId")
                .asArray()
                .containsExactly(appeal);
        assertThat(get("/v1/appeals/" + appeal, reviewer()))
                .hasStatusOk()
                .bodyText()
                .contains("\"worker\":\"w-", "\"tier\":1", "\"projectName\":\"Animals\"")
                .doesNotContain("\"w1\"", ".w1");
        assertThat(decide(appeal, reviewer(), UPHELD)).hasStatusOk();
        assertThat(status(appeal)).isEqualTo(Status.UPHELD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"reviewer", "requester", "partner", "ops", "finance"})
    void onlyWorkersReadVerdictsAndAppeal(String role) {
        rejected(project(projectId, THREE), "w2");
        String token = TestTokens.bearer("w1", role);

        assertThat(get("/v1/verdicts/" + assignment, token)).hasStatus(403);
        assertThat(appeal(token, "{\"text\":\"x\"}")).hasStatus(403);
        assertNotAppealed();
    }

    @ParameterizedTest
    @ValueSource(strings = {"worker", "reviewer", "requester", "partner", "finance"})
    void onlyOperationsReadRules(String role) {
        assertThat(get("/v1/ops/review-service/rules", TestTokens.bearer("u1", role)))
                .hasStatus(403);
    }

    @Test
    void nobodyWithoutATokenGetsIn() {
        assertThat(http.get().uri("/v1/appeals")).hasStatus(401);
        assertThat(http.get().uri("/v1/verdicts/t1.w1")).hasStatus(401);
        assertThat(http.get().uri("/v1/ops/review-service/rules")).hasStatus(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"upheld\":true}",
                "{\"reason\":\"x\"}",
                "{\"upheld\":true,\"reason\":\" \"}",
                "{\"upheld\":\"maybe\",\"reason\":\"x\"}",
                "{\"upheld\":true,\"reason\":\"x\",\"guidelineVersion\":0}",
                "{\"upheld\":true,\"reason\":\"x\",\"clause\":\"\"}",
                "["
            })
    void aBadDecisionIsRefused(String body) {
        String appeal = appealed();

        assertThat(decide(appeal, reviewer(), body)).hasStatus(400);
        assertWaits(appeal);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"text\":\"\"}", "{\"text\":7,\"x\":1}", "\"please\""})
    void aBadAppealIsRefused(String body) {
        rejected(project(projectId, THREE), "w2");

        assertThat(appeal(worker(), body)).hasStatus(400);
        assertNotAppealed();
    }

    @Test
    void whatIsNotThereIsNotDecided() {
        assertProblem(decide("none", reviewer(), UPHELD), 404, "appeal-not-found");
    }

    @Test
    void whatAnotherReviewerDecidedIsNotDecidedAgain() {
        String appeal = appealed();
        assertThat(decide(appeal, TestTokens.bearer("r2", "reviewer"), UPHELD)).hasStatusOk();

        assertProblem(decide(appeal, reviewer(), UPHELD), 409, "already-decided");
    }

    @Test
    void nobodyDecidesOfAPictureThatTheyLabelled() {
        rejected(project(projectId, THREE), "r1");
        String appeal = filed();

        assertProblem(get("/v1/appeals/" + appeal, reviewer()), 403, "own-work");
        assertProblem(decide(appeal, reviewer(), UPHELD), 403, "own-work");
        assertWaits(appeal);
    }

    @Test
    void nobodyDecidesOfTheirOwnRejection() {
        learn(project(projectId, THREE));
        receive(label(task, "w1", "dog"), label(task, "w2", "cat"), label(task, "w3", "bird"));
        decideAsReviewer("cat");
        String appeal = filed();

        assertProblem(get("/v1/appeals/" + appeal, reviewer()), 403, "own-decision");
        assertProblem(decide(appeal, reviewer(), UPHELD), 403, "own-decision");
        assertWaits(appeal);
    }

    @Test
    void nobodyIsDeniedByAGuidelineTheyHadNotSeen() {
        rejected(audited(projectId, THREE), "w2");
        String appeal = filed();

        assertProblem(decide(appeal, reviewer(), DENIED_BY_THE_THIRD), 409, "newer-guideline");
        assertWaits(appeal);
    }

    @ParameterizedTest
    @ValueSource(strings = {COW, DENIED_WITHOUT_CLAUSE})
    void whatDoesNotFitIsRefused(String body) {
        String appeal = appealed();

        assertProblem(decide(appeal, reviewer(), body), 422, "invalid-answer");
        assertWaits(appeal);
    }

    @Test
    void aRuleTellsHowOftenItWasWrong() {
        for (int i = 0; i < 8; i++) {
            appeals.insert(against("upheld" + i, "differs/consensus", null, Status.UPHELD));
        }
        appeals.insert(against("denied1", "differs/consensus", null, Status.DENIED));
        appeals.insert(against("denied2", "differs/consensus", null, Status.DENIED));
        appeals.insert(against("waiting", "differs/reviewer", "2.1", Status.WAITING));

        assertThat(get("/v1/ops/review-service/rules", TestTokens.bearer("o1", "ops")))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo(
                        """
                        [{"rule": "differs/consensus", "upheld": 8, "denied": 2, "waiting": 0},
                         {"rule": "differs/reviewer", "clause": "2.1", "upheld": 0, "waiting": 1}]
                        """);
    }

    private static Appeal against(
            String assignmentId, String rule, @Nullable String clause, Status status) {
        return new Appeal(
                assignmentId,
                "t",
                "p",
                "w",
                rule,
                clause,
                1,
                "No.",
                null,
                NOON,
                status,
                null,
                null,
                null);
    }

    /** Id of an appeal against a consensus of two others. */
    private String appealed() {
        rejected(project(projectId, THREE), "w2");
        return filed();
    }

    private String filed() {
        assertThat(appeal(worker(), "{\"text\":\"It barks.\"}")).hasStatusOk();
        String appeal = Appeal.idOf(assignment);
        assertWaits(appeal);
        return appeal;
    }

    /** By the consensus of this worker and another one. */
    private void rejected(ProjectChanged project, String other) {
        learn(project);
        receive(label(task, other, "cat"), label(task, "w3", "cat"), label(task, "w1", "dog"));
    }

    private void learn(ProjectChanged project) {
        projects.keep(List.of(ReceiveTasks.received(project)));
    }

    private void receive(LabelSubmitted... labels) {
        ReceiveTasks.receive(reviewing, List.of(task));
        ReceiveTasks.receive(reviewing, List.of(labels));
    }

    private void decideAsReviewer(String classId) {
        Versioned<ReviewedTask> read = tasks.find(task.taskId()).orElseThrow();
        ReviewerDecision ruling =
                new ReviewerDecision(
                        new Decision.Answered(new Answer.Category(classId)), "r1", Grounds.NONE);
        ReviewedProject project = projects.find(projectId).orElseThrow();
        tasks.update(
                read, TaskReview.decide(read.state(), ruling, contexts.of(read.state(), project)));
    }

    private Status status(String appeal) {
        return appeals.find(appeal).orElseThrow().state().status();
    }

    private void assertWaits(String appeal) {
        assertThat(status(appeal)).isEqualTo(Status.WAITING);
    }

    private void assertNotAppealed() {
        assertThat(appeals.find(Appeal.idOf(assignment))).isEmpty();
    }

    private static void assertProblem(MvcTestResult result, int status, String problem) {
        assertThat(result).hasStatus(status).bodyText().contains("/problems/" + problem);
    }

    private static String reviewer() {
        return TestTokens.bearer("r1", "reviewer");
    }

    private static String worker() {
        return TestTokens.bearer("w1", "worker");
    }

    private MvcTestResult get(String path, String token) {
        return http.get().uri(path).header("Authorization", token).exchange();
    }

    private MvcTestResult appeal(String token, String body) {
        return post("/v1/verdicts/" + assignment + "/appeal", token, body);
    }

    private MvcTestResult decide(String appeal, String token, String body) {
        return post("/v1/appeals/" + appeal + "/decision", token, body);
    }

    private MvcTestResult post(String path, String token, String body) {
        return http.post()
                .uri(path)
                .header("Authorization", token)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }
}
