package io.assay.review.suggestion;

import static io.assay.review.TestEvents.created;
import static io.assay.review.TestEvents.label;
import static io.assay.review.TestEvents.project;
import static org.assertj.core.api.Assertions.assertThat;

import io.assay.events.OverlapRule;
import io.assay.events.TaskCreated;
import io.assay.review.WithStore;
import io.assay.review.intake.ReceiveTasks;
import io.assay.review.intake.ReviewTasks;
import io.assay.review.project.MongoProjects;
import io.assay.web.TestTokens;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WithStore(SuggestionController.class)
class SuggestionWebTests {
    private static final OverlapRule THREE = new OverlapRule(3, 3, 0.9);
    private static final String SENTENCE = "A drawing of a cat is a cat.";
    private static final String TAKEN = "{\"taken\":true}";

    @Autowired MockMvcTester http;
    @Autowired MongoProjects projects;
    @Autowired MongoSuggestions stored;
    @Autowired ReviewTasks reviewing;

    private final String projectId = "p" + UUID.randomUUID();
    private final TaskCreated task = created(projectId, "unclear");

    @ParameterizedTest
    @ValueSource(strings = {"worker", "requester", "partner", "ops", "finance"})
    void onlyReviewersSuggest(String role) {
        disputed("a");

        assertThat(suggest(TestTokens.bearer("u1", role), SENTENCE)).hasStatus(403);
        assertThat(http.post().uri("/v1/suggestions")).hasStatus(401);
        assertThat(stored.find(Suggestion.idOf(task.taskId(), "u1"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"worker", "partner", "ops", "finance"})
    void onlyReviewersAndRequestersRead(String role) {
        assertThat(list("", TestTokens.bearer("u1", role))).hasStatus(403);
        assertThat(http.get().uri("/v1/suggestions")).hasStatus(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"worker", "reviewer", "partner", "ops", "finance"})
    void onlyRequestersReply(String role) {
        String suggestion = suggested();

        assertThat(reply(suggestion, TestTokens.bearer("requester", role), TAKEN)).hasStatus(403);
        assertStands(suggestion, Suggestion.Status.OPEN);
    }

    @Test
    void aRequesterSeesWhatIsSuggestedAndTakesIt() {
        String suggestion = suggested();

        assertThat(list("?projectId=" + projectId + "&status=open", requester()))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo(
                        """
                        {"items": [{"id": "%s", "projectName": "Animals", "sentence": "%s",
                                    "clause": "2.1", "guidelineVersion": 1, "mine": false,
                                    "status": "open"}]}
                        """
                                .formatted(suggestion, SENTENCE));
        assertThat(list("", requester())).bodyText().doesNotContain("\"r1\"");
        assertThat(reply(suggestion, requester(), TAKEN)).hasStatusOk();
        assertThat(reply(suggestion, requester(), TAKEN)).hasStatusOk();
        assertStands(suggestion, Suggestion.Status.TAKEN);
        assertThat(list("?projectId=" + projectId + "&status=open", requester()))
                .bodyJson()
                .isStrictlyEqualTo("{\"items\":[]}");
        assertProblem(
                reply(suggestion, requester(), "{\"taken\":false,\"reason\":\"No.\"}"),
                409,
                "already-decided");
    }

    @Test
    void itsReviewerSeesTheReply() {
        String suggestion = suggested();
        assertThat(
                        reply(
                                suggestion,
                                requester(),
                                "{\"taken\":false,\"reason\":\"Drawings are cut out.\"}"))
                .hasStatusOk();

        assertThat(list("?projectId=" + projectId, reviewer()))
                .bodyJson()
                .isLenientlyEqualTo(
                        """
                        {"items": [{"status": "declined", "mine": true,
                                    "reply": {"taken": false, "reason": "Drawings are cut out."}}]}
                        """);
        assertThat(list("?projectId=" + projectId, TestTokens.bearer("r2", "reviewer")))
                .bodyJson()
                .extractingPath("$.items[0].mine")
                .isEqualTo(false);
    }

    @Test
    void anotherRequesterKnowsNothingOfIt() {
        String suggestion = suggested();
        String other = TestTokens.bearer("another", "requester");

        assertThat(list("?projectId=" + projectId, other))
                .bodyJson()
                .isStrictlyEqualTo("{\"items\":[]}");
        assertProblem(reply(suggestion, other, TAKEN), 404, "suggestion-not-found");
        assertProblem(reply("none", requester(), TAKEN), 404, "suggestion-not-found");
        assertStands(suggestion, Suggestion.Status.OPEN);
    }

    @Test
    void thereIsOneOfEachReviewerForEachPicture() {
        suggested();

        assertThat(suggest(reviewer(), SENTENCE)).hasStatusOk();
        assertProblem(suggest(reviewer(), "Another one."), 409, "already-suggested");
        assertThat(suggest(TestTokens.bearer("r2", "reviewer"), "Another one.")).hasStatusOk();
        assertThat(list("?limit=1&projectId=" + projectId, requester()))
                .bodyJson()
                .hasPath("$.next");
    }

    @Test
    void nobodySuggestsAboutWhatIsNotTheirsToSee() {
        projects.keep(List.of(ReceiveTasks.received(project(projectId, THREE))));
        ReceiveTasks.receive(reviewing, List.of(task, label(task, "a", "cat")));

        assertProblem(suggest(reviewer(), SENTENCE), 404, "review-not-found");
    }

    @Test
    void nobodySuggestsAboutWhatTheyLabelled() {
        disputed("r1");

        assertProblem(suggest(reviewer(), SENTENCE), 403, "own-work");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"taskId\":\"t\"}",
                "{\"taskId\":\"t\",\"sentence\":\" \"}",
                "{\"taskId\":\"t\",\"sentence\":\"x\",\"clause\":\"\"}",
                "{\"taskId\":\"t\",\"sentence\":\"x\",\"more\":1}",
                "["
            })
    void aBadSuggestionIsRefused(String body) {
        assertThat(post("", reviewer(), body)).hasStatus(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"taken\":false}", "{\"taken\":false,\"reason\":\" \"}", "["})
    void aBadReplyIsRefused(String body) {
        String suggestion = suggested();

        assertThat(reply(suggestion, requester(), body)).hasStatus(400);
        assertStands(suggestion, Suggestion.Status.OPEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=201", "cursor=%25", "status=good"})
    void aBadPageIsRefused(String query) {
        assertThat(list("?" + query, reviewer())).hasStatus(400);
    }

    @Test
    void aLongSentenceIsRefused() {
        disputed("a");

        assertThat(suggest(reviewer(), "x".repeat(501))).hasStatus(400);
        assertThat(suggest(reviewer(), "x".repeat(500))).hasStatusOk();
    }

    private String suggested() {
        disputed("a");
        assertThat(suggest(reviewer(), SENTENCE)).hasStatusOk();
        return Suggestion.idOf(task.taskId(), "r1");
    }

    private void disputed(String worker) {
        projects.keep(List.of(ReceiveTasks.received(project(projectId, THREE))));
        ReceiveTasks.receive(
                reviewing,
                List.of(
                        task,
                        label(task, worker, "cat"),
                        label(task, "b", "dog"),
                        label(task, "c", "bird")));
    }

    private void assertStands(String suggestion, Suggestion.Status status) {
        assertThat(stored.find(suggestion).orElseThrow().state().status()).isEqualTo(status);
    }

    private static void assertProblem(MvcTestResult result, int status, String problem) {
        assertThat(result).hasStatus(status).bodyText().contains("/problems/" + problem);
    }

    private static String reviewer() {
        return TestTokens.bearer("r1", "reviewer");
    }

    /** Whose project it is. */
    private static String requester() {
        return TestTokens.bearer("requester", "requester");
    }

    private MvcTestResult suggest(String token, String sentence) {
        return post(
                "",
                token,
                "{\"taskId\":\"%s\",\"sentence\":\"%s\",\"clause\":\"2.1\"}"
                        .formatted(task.taskId(), sentence));
    }

    private MvcTestResult reply(String suggestion, String token, String body) {
        return post("/" + suggestion + "/reply", token, body);
    }

    private MvcTestResult list(String query, String token) {
        return http.get().uri("/v1/suggestions" + query).header("Authorization", token).exchange();
    }

    private MvcTestResult post(String rest, String token, String body) {
        return http.post()
                .uri("/v1/suggestions" + rest)
                .header("Authorization", token)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }
}
