package io.assay.review.appeal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.verifyNoInteractions;

import io.assay.messaging.DeadLetters;
import io.assay.review.appeal.DecideAppeal.Outcome;
import io.assay.web.TestTokens;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
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

@WebMvcTest({AppealController.class, VerdictController.class, RuleController.class})
@Import(TestTokens.Config.class)
class AppealWebTests {
    private static final String UPHELD = "{\"upheld\":true,\"reason\":\"Yes.\"}";

    @Autowired MockMvcTester http;
    @MockitoBean DeadLetters deadLetters;
    @MockitoBean AppealCases cases;
    @MockitoBean DecideAppeal decideAppeal;
    @MockitoBean FileAppeal fileAppeal;
    @MockitoBean MongoAppeals appeals;
    @MockitoBean Clock clock;

    @ParameterizedTest
    @ValueSource(strings = {"worker", "requester", "partner", "ops", "finance"})
    void onlyReviewersReadAndDecideAppeals(String role) {
        String token = TestTokens.bearer("u1", role);

        assertThat(get("/v1/appeals", token)).hasStatus(403);
        assertThat(get("/v1/appeals/a1", token)).hasStatus(403);
        assertThat(post("/v1/appeals/a1/decision", token, UPHELD)).hasStatus(403);
        verifyNoInteractions(decideAppeal, cases);
    }

    @ParameterizedTest
    @ValueSource(strings = {"reviewer", "requester", "partner", "ops", "finance"})
    void onlyWorkersReadVerdictsAndAppeal(String role) {
        String token = TestTokens.bearer("u1", role);

        assertThat(get("/v1/verdicts/t1.w1", token)).hasStatus(403);
        assertThat(post("/v1/verdicts/t1.w1/appeal", token, "{\"text\":\"x\"}")).hasStatus(403);
        verifyNoInteractions(fileAppeal);
    }

    @ParameterizedTest
    @ValueSource(strings = {"worker", "reviewer", "requester", "partner", "finance"})
    void onlyOperationsReadRules(String role) {
        assertThat(get("/v1/ops/review-service/rules", TestTokens.bearer("u1", role)))
                .hasStatus(403);
        verifyNoInteractions(appeals);
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
        given(clock.instant()).willReturn(Instant.EPOCH);

        assertThat(post("/v1/appeals/a1/decision", reviewer(), body)).hasStatus(400);
        verifyNoInteractions(decideAppeal);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"text\":\"\"}", "{\"text\":7,\"x\":1}", "\"please\""})
    void aBadAppealIsRefused(String body) {
        String worker = TestTokens.bearer("w1", "worker");

        assertThat(post("/v1/verdicts/t1.w1/appeal", worker, body)).hasStatus(400);
        verifyNoInteractions(fileAppeal);
    }

    @Test
    void eachOutcomeHasItsStatus() {
        assertOutcome(new Outcome.NotFound(), 404, "appeal-not-found");
        assertOutcome(new Outcome.AlreadyDecided(), 409, "already-decided");
        assertOutcome(new Outcome.OwnWork(), 403, "own-work");
        assertOutcome(new Outcome.OwnDecision(), 403, "own-decision");
        assertOutcome(new Outcome.NewerGuideline(3, 1), 409, "newer-guideline");
        assertOutcome(new Outcome.Invalid(List.of("clause: missing")), 422, "invalid-answer");
    }

    @Test
    void aRuleTellsHowOftenItWasWrong() {
        given(appeals.counts(anyInt()))
                .willReturn(
                        List.of(
                                new MongoAppeals.Count("differs/consensus", null, "upheld", 8),
                                new MongoAppeals.Count("differs/consensus", null, "denied", 2),
                                new MongoAppeals.Count("differs/reviewer", "2.1", "waiting", 1)));

        assertThat(get("/v1/ops/review-service/rules", TestTokens.bearer("o1", "ops")))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo(
                        """
                        [{"rule": "differs/consensus", "upheld": 8, "denied": 2, "waiting": 0},
                         {"rule": "differs/reviewer", "clause": "2.1", "upheld": 0, "waiting": 1}]
                        """);
    }

    private void assertOutcome(Outcome outcome, int status, String problem) {
        given(clock.instant()).willReturn(Instant.EPOCH);
        given(decideAppeal.decide(eq("a1"), any())).willReturn(outcome);

        assertThat(post("/v1/appeals/a1/decision", reviewer(), UPHELD))
                .hasStatus(status)
                .bodyText()
                .contains("/problems/" + problem);
    }

    private static String reviewer() {
        return TestTokens.bearer("r1", "reviewer");
    }

    private MvcTestResult get(String path, String token) {
        return http.get().uri(path).header("Authorization", token).exchange();
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
