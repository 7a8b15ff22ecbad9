package io.assay.review.adjudication;

import static io.assay.review.TestEvents.audited;
import static io.assay.review.TestEvents.created;
import static io.assay.review.TestEvents.label;
import static io.assay.review.TestEvents.project;
import static org.assertj.core.api.Assertions.assertThat;

import io.assay.events.OverlapRule;
import io.assay.events.ProjectChanged;
import io.assay.events.TaskCreated;
import io.assay.messaging.Versioned;
import io.assay.review.WithStore;
import io.assay.review.intake.ReceiveTasks;
import io.assay.review.intake.ReviewTasks;
import io.assay.review.project.MongoProjects;
import io.assay.review.task.MongoTasks;
import io.assay.review.task.Progress;
import io.assay.review.task.ReviewedTask;
import io.assay.web.TestTokens;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WithStore(ReviewController.class)
class ReviewWebTests {
    private static final OverlapRule THREE = new OverlapRule(3, 3, 0.9);
    private static final String CAT = answer("cat");
    private static final String DOG = answer("dog");
    private static final String COW = answer("cow");

    @Autowired MockMvcTester http;
    @Autowired MongoTasks tasks;
    @Autowired MongoProjects projects;
    @Autowired ReviewTasks reviewing;

    private final String projectId = "p" + UUID.randomUUID();

    @Test
    void nobodyWithoutATokenReadsTheQueue() {
        assertThat(http.get().uri("/v1/reviews")).hasStatus(401);
        assertThat(http.get().uri("/v1/reviews/t1")).hasStatus(401);
        assertThat(http.post().uri("/v1/reviews/t1/decision")).hasStatus(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"worker", "requester", "partner", "ops", "finance"})
    void onlyReviewersReadAndDecide(String role) {
        String task = disputed();
        String token = TestTokens.bearer("u1", role);

        assertThat(get("", token)).hasStatus(403);
        assertThat(get("/" + task, token)).hasStatus(403);
        assertThat(decide(task, token, etag(task), CAT)).hasStatus(403);
        assertWaits(task);
    }

    @Test
    void aReviewerReadsAndDecides() {
        String task = disputed();

        assertThat(get("/" + task, reviewer())).hasStatusOk();
        assertThat(decide(task, reviewer(), etag(task), CAT)).hasStatusOk();
        assertThat(find(task).state().progress()).isInstanceOf(Progress.Answered.class);
    }

    @Test
    void aTaskThatNeedsNoReviewerIsNotFound() {
        learn(project(projectId, THREE));
        TaskCreated open = created(projectId, "open");
        ReceiveTasks.receive(reviewing, List.of(open, label(open, "a", "cat")));

        assertProblem(get("/" + open.taskId(), reviewer()), 404, "review-not-found");
        assertProblem(get("/none", reviewer()), 404, "review-not-found");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"answer\":{\"tool\":\"category\",\"classId\":\"cat\"},\"unlabelable\":\"x\"}",
                "{\"unlabelable\":\"\"}",
                "{\"accept\":false}",
                "{\"accept\":true,\"unlabelable\":\"x\"}",
                "{\"unlabelable\":\"x\",\"clause\":\"\"}",
                "{\"unlabelable\":\"x\",\"guidelineVersion\":0}",
                "{\"answer\":{\"tool\":\"guess\"}}",
                "{\"answer\":\"cat\"}",
                "{\"verdict\":\"cat\"}",
                "[]",
                "{"
            })
    void aDecisionIsOneAnswerOrOneReason(String body) {
        String task = disputed();

        assertThat(decide(task, reviewer(), etag(task), body)).hasStatus(400);
        assertWaits(task);
    }

    @Test
    void aDecisionNamesTheVersionItWasMadeOn() {
        String task = disputed();

        assertThat(decide(task, reviewer(), null, CAT)).hasStatus(428);
        assertThat(decide(task, reviewer(), "\"x\"", CAT)).hasStatus(400);
        assertProblem(decide(task, reviewer(), "\"9\"", CAT), 412, "stale-version");
        assertWaits(task);
    }

    @Test
    void whatIsNotThereIsNotDecided() {
        assertProblem(decide("none", reviewer(), "\"1\"", CAT), 404, "review-not-found");
    }

    @Test
    void whatAnotherReviewerDecidedIsNotDecidedAgain() {
        String task = disputed();
        String another = TestTokens.bearer("r2", "reviewer");
        assertThat(decide(task, another, etag(task), CAT)).hasStatusOk();

        assertProblem(decide(task, reviewer(), etag(task), DOG), 409, "already-decided");
    }

    @Test
    void aReviewerNeitherSeesNorDecidesWhatTheyLabelled() {
        String task = disputed("r1");

        assertProblem(get("/" + task, reviewer()), 403, "own-work");
        assertProblem(decide(task, reviewer(), etag(task), CAT), 403, "own-work");
        assertWaits(task);
    }

    @Test
    void aReviewerDoesNotAuditTheirOwnDecision() {
        learn(audited(projectId, THREE));
        String task = disputedBy("a");
        assertThat(decide(task, reviewer(), etag(task), CAT)).hasStatusOk();

        assertProblem(get("/" + task, reviewer()), 403, "own-decision");
        assertProblem(
                decide(task, reviewer(), etag(task), "{\"accept\":true}"), 403, "own-decision");
    }

    @Test
    void nobodyIsRejectedByAGuidelineTheyHadNotSeen() {
        learn(audited(projectId, THREE));
        String task = disputedBy("a");
        String newer = CAT.replace("}}", "},\"guidelineVersion\":3}");

        assertProblem(decide(task, reviewer(), etag(task), newer), 409, "newer-guideline");
        assertWaits(task);
    }

    @Test
    void anAnswerThatDoesNotFitTheProjectIsRefused() {
        String task = disputed();

        assertProblem(decide(task, reviewer(), etag(task), COW), 422, "invalid-answer");
        assertWaits(task);
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=201", "limit=many", "cursor=%25", "reason=bored"})
    void aBadPageIsRefused(String query) {
        assertThat(get("?" + query, reviewer())).hasStatus(400);
    }

    @Test
    void theQueueIsOfOneProjectAndOneReason() {
        String task = disputed();

        assertThat(get("?projectId=" + projectId + "&reason=undecided", reviewer()))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.items[*].taskId")
                .asArray()
                .containsExactly(task);
        for (String other : List.of(projectId + "&reason=audit", "none")) {
            assertThat(get("?projectId=" + other, reviewer()))
                    .hasStatusOk()
                    .bodyJson()
                    .isStrictlyEqualTo("{\"items\":[]}");
        }
    }

    /** Id of a task that three workers say three things of. */
    private String disputed() {
        return disputed("a");
    }

    private String disputed(String worker) {
        learn(project(projectId, THREE));
        return disputedBy(worker);
    }

    private String disputedBy(String worker) {
        TaskCreated task = created(projectId, "disputed");
        ReceiveTasks.receive(
                reviewing,
                List.of(
                        task,
                        label(task, worker, "cat"),
                        label(task, "b", "dog"),
                        label(task, "c", "bird")));
        assertWaits(task.taskId());
        return task.taskId();
    }

    private void learn(ProjectChanged project) {
        projects.keep(List.of(ReceiveTasks.received(project)));
    }

    private Versioned<ReviewedTask> find(String task) {
        return tasks.find(task).orElseThrow();
    }

    private String etag(String task) {
        return "\"" + find(task).version() + "\"";
    }

    private void assertWaits(String task) {
        assertThat(find(task).state().progress()).isInstanceOf(Progress.Escalated.class);
    }

    private static void assertProblem(MvcTestResult result, int status, String problem) {
        assertThat(result).hasStatus(status).bodyText().contains("/problems/" + problem);
    }

    private static String answer(String classId) {
        return "{\"answer\":{\"tool\":\"category\",\"classId\":\"" + classId + "\"}}";
    }

    private static String reviewer() {
        return TestTokens.bearer("r1", "reviewer");
    }

    private MvcTestResult get(String rest, String token) {
        return http.get().uri("/v1/reviews" + rest).header("Authorization", token).exchange();
    }

    private MvcTestResult decide(String task, String token, @Nullable String etag, String body) {
        var request =
                http.post()
                        .uri("/v1/reviews/" + task + "/decision")
                        .header("Authorization", token)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body);
        return (etag == null ? request : request.header("If-Match", etag)).exchange();
    }
}
