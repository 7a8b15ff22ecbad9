package io.assay.review.adjudication;

import static io.assay.review.TestEvents.audited;
import static io.assay.review.TestEvents.created;
import static io.assay.review.TestEvents.flag;
import static io.assay.review.TestEvents.label;
import static io.assay.review.TestEvents.project;
import static io.assay.review.TestEvents.withdrawn;
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
import java.io.UncheckedIOException;
import java.io.UnsupportedEncodingException;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WithStore({ReviewController.class, ReviewerController.class})
class ReviewWebTests {
    private static final OverlapRule THREE = new OverlapRule(3, 3, 0.9);
    private static final String CAT = answer("cat");
    private static final String DOG = answer("dog");
    private static final String COW = answer("cow");

    private static final Pattern WORKER = Pattern.compile("\"worker\":\"([^\"]*)\"");

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
    void whoLabelledIsToldByAPseudonymOfTheProject() {
        String task = disputedBetween("olga", "pavel", "quinn");
        String another = otherTaskBetween("olga", "pavel", "quinn");

        String seen = body(get("/" + task, reviewer()));
        List<String> here = workers(seen);

        assertThat(here).hasSize(3).doesNotHaveDuplicates().allMatch(ReviewWebTests::isPseudonym);
        assertThat(seen).doesNotContain("olga", "pavel", "quinn").contains("\"tier\":1");
        assertThat(workers(body(get("/" + another, reviewer()))))
                .containsExactlyInAnyOrderElementsOf(here);
    }

    @Test
    void pseudonymsOfTwoProjectsHaveNothingInCommon() {
        String here = disputedBetween("olga", "pavel", "quinn");
        List<String> first = workers(body(get("/" + here, reviewer())));

        String elsewhere = disputedIn("p" + UUID.randomUUID(), "one", "olga", "pavel", "quinn");

        assertThat(workers(body(get("/" + elsewhere, reviewer()))))
                .hasSize(3)
                .doesNotContainAnyElementsOf(first);
    }

    @Test
    void whoFlaggedIsToldByAPseudonymToo() {
        learn(project(projectId, THREE));
        TaskCreated task = created(projectId, "flagged");
        ReceiveTasks.receive(reviewing, List.of(task, flag(task, "olga")));

        assertThat(body(get("/" + task.taskId(), reviewer())))
                .doesNotContain("olga")
                .contains("\"reason\":\"broken\"", "\"worker\":\"w-");
        assertThat(get("?projectId=" + projectId, reviewer()))
                .bodyJson()
                .isLenientlyEqualTo(
                        """
                        {"items": [{"reason": "flagged", "flags": 1, "flagged": ["broken"],
                                    "labels": 0, "skips": 0}]}
                        """);
    }

    @Test
    void theQueueShowsWhatEachIs() {
        String task = disputed();

        assertThat(get("?projectId=" + projectId, reviewer()))
                .bodyJson()
                .isLenientlyEqualTo(
                        """
                        {"items": [{"taskId": "%s", "projectName": "Animals", "tool": "category",
                                    "media": {"kind": "image", "width": 640, "height": 480},
                                    "labels": 3, "flags": 0, "flagged": [], "skips": 0}]}
                        """
                                .formatted(task));
    }

    @Test
    void whatItsRequesterTookBackIsNotDecided() {
        learn(project(projectId, THREE));
        TaskCreated task = created(projectId, "disputed");
        String id = disputedBy("a");
        String etag = etag(id);
        ReceiveTasks.receive(reviewing, List.of(withdrawn(task)));

        assertProblem(decide(id, reviewer(), etag, CAT), 409, "picture-withdrawn");
        assertProblem(get("/" + id, reviewer()), 404, "review-not-found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"worker", "requester", "partner", "ops", "finance"})
    void onlyReviewersReadHowFarTheyAgree(String role) {
        assertThat(own(TestTokens.bearer("u1", role))).hasStatus(403);
        assertThat(http.get().uri("/v1/reviewers/me")).hasStatus(401);
    }

    @Test
    void aReviewerSeesHowOftenOthersAgreeAndHowOftenTheyDo() {
        learn(audited(projectId, THREE));
        String task = disputedBy("a");
        String first = "r" + UUID.randomUUID();
        String second = "r" + UUID.randomUUID();
        assertThat(decide(task, TestTokens.bearer(first, "reviewer"), etag(task), CAT))
                .hasStatusOk();
        assertThat(
                        decide(
                                task,
                                TestTokens.bearer(second, "reviewer"),
                                etag(task),
                                "{\"accept\":true}"))
                .hasStatusOk();

        assertThat(own(TestTokens.bearer(first, "reviewer")))
                .bodyJson()
                .isLenientlyEqualTo(
                        "{\"decisions\":1,\"secondLooks\":1,\"agreed\":1,\"looked\":0,\"concurred\":0}");
        assertThat(own(TestTokens.bearer(second, "reviewer")))
                .bodyJson()
                .isLenientlyEqualTo(
                        "{\"decisions\":1,\"secondLooks\":0,\"agreed\":0,\"looked\":1,\"concurred\":1}");
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
        return disputedBetween(projectId, "disputed", worker, "b", "c");
    }

    private String disputedBetween(String... workers) {
        return disputedIn(projectId, "disputed", workers);
    }

    private String otherTaskBetween(String... workers) {
        return disputedIn(projectId, "another", workers);
    }

    private String disputedIn(String project, String name, String... workers) {
        learn(project(project, THREE));
        return disputedBetween(project, name, workers[0], workers[1], workers[2]);
    }

    private String disputedBetween(
            String project, String name, String first, String second, String third) {
        TaskCreated task = created(project, name);
        ReceiveTasks.receive(
                reviewing,
                List.of(
                        task,
                        label(task, first, "cat"),
                        label(task, second, "dog"),
                        label(task, third, "bird")));
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

    private static String body(MvcTestResult result) {
        try {
            return result.getResponse().getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> workers(String body) {
        return WORKER.matcher(body).results().map(found -> found.group(1)).toList();
    }

    private static boolean isPseudonym(String name) {
        return name.matches("w-[0-9a-f]{16}");
    }

    private MvcTestResult own(String token) {
        return http.get().uri("/v1/reviewers/me").header("Authorization", token).exchange();
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
