package io.assay.review.adjudication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.verifyNoInteractions;

import io.assay.events.LabelClass;
import io.assay.events.Ontology;
import io.assay.events.Tool;
import io.assay.messaging.DeadLetters;
import io.assay.review.adjudication.DecideTask.Outcome;
import io.assay.review.task.PictureLinks;
import io.assay.review.task.QueueReason;
import io.assay.review.task.Ruling;
import io.assay.web.TestTokens;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WebMvcTest(ReviewController.class)
@Import(TestTokens.Config.class)
class ReviewWebTests {
    private static final String CAT = "{\"answer\":{\"tool\":\"category\",\"classId\":\"cat\"}}";

    @Autowired MockMvcTester http;
    @MockitoBean DeadLetters deadLetters;
    @MockitoBean Cases cases;
    @MockitoBean DecideTask decideTask;

    @Test
    void nobodyWithoutATokenReadsTheQueue() {
        assertThat(http.get().uri("/v1/reviews")).hasStatus(401);
        assertThat(http.get().uri("/v1/reviews/t1")).hasStatus(401);
        assertThat(http.post().uri("/v1/reviews/t1/decision")).hasStatus(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"worker", "requester", "partner", "ops", "finance"})
    void onlyReviewersReadAndDecide(String role) {
        String token = TestTokens.bearer("u1", role);

        assertThat(http.get().uri("/v1/reviews").header("Authorization", token)).hasStatus(403);
        assertThat(http.get().uri("/v1/reviews/t1").header("Authorization", token)).hasStatus(403);
        assertThat(decide(token, "\"1\"", CAT)).hasStatus(403);
        verifyNoInteractions(decideTask);
    }

    @Test
    void aTaskThatNeedsNoReviewerIsNotFound() {
        given(cases.find("t1", "r1")).willReturn(Optional.empty());

        assertThat(http.get().uri("/v1/reviews/t1").header("Authorization", reviewer()))
                .hasStatus(404)
                .bodyText()
                .contains("/problems/review-not-found");
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
        assertThat(decide(reviewer(), "\"1\"", body)).hasStatus(400);
        verifyNoInteractions(decideTask);
    }

    @Test
    void aDecisionNamesTheVersionItWasMadeOn() {
        assertThat(decide(reviewer(), null, CAT)).hasStatus(428);
        assertThat(decide(reviewer(), "\"x\"", CAT)).hasStatus(400);
        verifyNoInteractions(decideTask);
    }

    @Test
    void eachOutcomeHasItsStatus() {
        assertOutcome(new Outcome.NotFound(), 404, "review-not-found");
        assertOutcome(new Outcome.AlreadyDecided(), 409, "already-decided");
        assertOutcome(new Outcome.OwnWork(), 403, "own-work");
        assertOutcome(new Outcome.OwnDecision(), 403, "own-decision");
        assertOutcome(new Outcome.NewerGuideline(3, 1), 409, "newer-guideline");
        assertOutcome(new Outcome.Stale(7), 412, "stale-version");
        assertOutcome(new Outcome.Invalid(List.of("class: cow")), 422, "invalid-answer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=201", "limit=many", "cursor=%25", "reason=bored"})
    void aBadPageIsRefused(String query) {
        given(cases.queue(any(), any(), any(), anyInt())).willReturn(List.of());

        assertThat(http.get().uri("/v1/reviews?" + query).header("Authorization", reviewer()))
                .hasStatus(400);
    }

    @Test
    void aReviewerDoesNotSeeWhatTheyMayNotDecide() {
        var own = new Cases.Found(anyCase(), 1, Optional.of(Conflicts.Conflict.OWN_LABEL));
        given(cases.find("t1", "r1")).willReturn(Optional.of(own));

        assertThat(http.get().uri("/v1/reviews/t1").header("Authorization", reviewer()))
                .hasStatus(403)
                .bodyText()
                .contains("/problems/own-work");
    }

    private static ReviewCase anyCase() {
        return new ReviewCase(
                "t1",
                "p1",
                QueueReason.AUDIT,
                0.9,
                null,
                new PictureLinks.Picture("image", "https://example.org/1.jpg", null, null),
                new Ontology(Tool.CATEGORY, List.of(new LabelClass("cat", "Cat"))),
                1,
                null,
                List.of(),
                List.of(),
                null,
                null);
    }

    @Test
    void anEmptyQueueIsAnEmptyPage() {
        given(cases.queue(eq("p1"), eq(QueueReason.AUDIT), eq(""), eq(50))).willReturn(List.of());

        assertThat(
                        http.get()
                                .uri("/v1/reviews?projectId=p1&reason=audit")
                                .header("Authorization", reviewer()))
                .hasStatusOk()
                .bodyJson()
                .isStrictlyEqualTo("{\"items\":[]}");
    }

    private void assertOutcome(Outcome outcome, int status, String problem) {
        given(decideTask.decide(eq("t1"), any(Ruling.class), eq(1L))).willReturn(outcome);

        assertThat(decide(reviewer(), "\"1\"", CAT))
                .hasStatus(status)
                .bodyText()
                .contains("/problems/" + problem);
    }

    private static String reviewer() {
        return TestTokens.bearer("r1", "reviewer");
    }

    private MvcTestResult decide(String token, String etag, String body) {
        var request =
                http.post()
                        .uri("/v1/reviews/t1/decision")
                        .header("Authorization", token)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body);
        return (etag == null ? request : request.header("If-Match", etag)).exchange();
    }
}
