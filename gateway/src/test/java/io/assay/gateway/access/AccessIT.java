package io.assay.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import io.assay.gateway.support.Api;
import io.assay.gateway.support.TestGateway;
import io.assay.gateway.support.Tokens;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;

/** Who gets through the door, and who does not. */
class AccessIT {

    private final TestGateway gateway = TestGateway.shared();
    private final Api api = gateway.api();
    private final String issuer = "http://localhost:" + gateway.port();
    private final Tokens tokens = Tokens.shared();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/me",
                "/v1/projects",
                "/v1/stream/results",
                "/v1/leases",
                "/v1/labels",
                "/v1/qualifications",
                "/v1/ledger/accounts",
                "/v1/ops/task-service/dead-letters",
                "/v1/admin/accounts",
                "/v1/nothing"
            })
    void refusesWithoutAToken(String path) {
        HttpResponse<String> response = api.get(path, null);

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.headers().firstValue("WWW-Authenticate")).isPresent();
        assertProblem(response, "unauthenticated");
    }

    @ParameterizedTest
    @CsvSource({
        "worker,/v1/projects",
        "worker,/v1/ledger/accounts",
        "worker,/v1/reviews",
        "worker,/v1/appeals",
        "ops,/v1/appeals/a1",
        "worker,/v1/suggestions",
        "partner,/v1/suggestions",
        "ops,/v1/suggestions",
        "worker,/v1/reviewers/me",
        "reviewer,/v1/reviewers/r2",
        "reviewer,/v1/verdicts/t1.w1",
        "requester,/v1/verdicts/t1.w1",
        "reviewer,/v1/ops/review-service/rules",
        "worker,/v1/ops/review-service/reviewers",
        "worker,/v1/stream/results",
        "requester,/v1/stream/work",
        "reviewer,/v1/stream/work",
        "ops,/v1/stream/work",
        "worker,/v1/ops/task-service/dead-letters",
        "requester,/v1/leases",
        "requester,/v1/labels",
        "requester,/v1/qualifications/p1",
        "ops,/v1/qualifications",
        "requester,/v1/work/p1/guideline/changes",
        "requester,/v1/balance",
        "requester,/v1/admin/clients",
        "partner,/v1/assignments/a.b",
        "partner,/v1/tasks/t1",
        "reviewer,/v1/ledger/trial-balance",
        "finance,/v1/leases",
        "finance,/v1/admin/accounts",
        "ops,/v1/ledger/entries",
        "ops,/v1/ops/other-service/dead-letters",
        "ops,/v1/nothing",
        "king,/v1/projects"
    })
    void refusesAnotherRole(String role, String path) {
        HttpResponse<String> response = api.get(path, tokens.of("someone", role));

        assertThat(response.statusCode()).isEqualTo(403);
        assertProblem(response, "forbidden");
    }

    @ParameterizedTest
    @CsvSource({
        "requester,/v1/projects",
        "partner,/v1/projects/p1/results",
        "requester,/v1/tasks/t1",
        "worker,/v1/leases",
        "worker,/v1/labels",
        "worker,/v1/work/p1",
        "worker,/v1/work/p1/guideline/changes",
        "worker,/v1/qualifications/p1",
        "worker,/v1/workers/me",
        "reviewer,/v1/projects/p1",
        "ops,/v1/workers",
        "ops,/v1/ops/task-service/dead-letters"
    })
    void letsTheRightRoleThrough(String role, String path) {
        assertThat(api.get(path, tokens.of("someone", role)).statusCode()).isEqualTo(200);
    }

    /** The service behind is away in these tests: who is let through hears so. */
    @ParameterizedTest
    @CsvSource({
        "reviewer,/v1/reviewers/me",
        "reviewer,/v1/suggestions",
        "requester,/v1/suggestions"
    })
    void letsTheRightRoleThroughToReviews(String role, String path) {
        assertThat(api.get(path, tokens.of("someone", role)).statusCode()).isEqualTo(502);
    }

    @Test
    void letsAPartnerReadButNotWrite() {
        assertThat(api.post("/v1/projects", tokens.of("p", "partner"), "{}").statusCode())
                .isEqualTo(403);
        assertThat(api.post("/v1/projects", tokens.of("r", "requester"), "{}").statusCode())
                .isEqualTo(200);
    }

    @Test
    void letsSignedPicturesThroughWithoutAToken() {
        assertThat(api.get("/v1/pictures/abc?exp=1&sig=x", null).statusCode()).isEqualTo(200);
        assertThat(api.post("/v1/pictures", null, "x").statusCode()).isEqualTo(401);
    }

    @Test
    void refusesAnExpiredToken() {
        String expired = tokens.of("someone", Instant.now().minusSeconds(120), "requester");

        assertInvalid(expired);
    }

    @Test
    void refusesATokenOfAnotherIssuer() {
        Tokens other = new Tokens(gateway.bean(JwtEncoder.class), "http://elsewhere.example");

        assertInvalid(other.of("someone", "requester"));
    }

    @Test
    void refusesATokenOfAnotherKey() throws JOSEException {
        RSAKey forged = new RSAKeyGenerator(2048).keyID(signersKeyId()).generate();
        JwtEncoder forger = new NimbusJwtEncoder(new ImmutableJWKSet<>(new JWKSet(forged)));

        assertInvalid(new Tokens(forger, issuer).of("someone", "requester"));
    }

    @Test
    void refusesAChangedToken() {
        String[] parts = tokens.of("someone", "worker").split("\\.");
        String claims =
                new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8)
                        .replace("worker", "requester");

        assertInvalid(parts[0] + "." + encoded(claims) + "." + parts[2]);
    }

    @Test
    void refusesAnUnsignedToken() {
        String claims =
                new String(
                        Base64.getUrlDecoder()
                                .decode(tokens.of("someone", "requester").split("\\.")[1]),
                        StandardCharsets.UTF_8);

        assertInvalid(encoded("{\"alg\":\"none\"}") + "." + encoded(claims) + ".");
        assertInvalid("not-a-token");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/pictures/../ledger/accounts",
                "/v1/pictures/..%2f..%2factuator",
                "/v1/pictures//x",
                "/v1/pictures/%2e%2e/ledger",
                "/v1/pictures/x;/../../ledger",
                "/v1/pictures/x/../../../actuator/health"
            })
    void doesNotWalkAroundTheTable(String path) {
        HttpResponse<String> response = api.get(path, null);

        assertThat(response.statusCode()).isIn(400, 401, 404);
        assertThat(response.body()).doesNotContain("\"uri\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuator",
                "/actuator/health",
                "/actuator/prometheus",
                "/v3/api-docs",
                "/x"
            })
    void servesNothingElse(String path) {
        HttpResponse<String> response = api.get(path, tokens.of("someone", "ops"));

        assertThat(response.statusCode()).isEqualTo(404);
        assertProblem(response, "not-found");
    }

    @Test
    void allowsNoOtherOrigin() {
        HttpResponse<String> preflight =
                api.send(
                        HttpRequest.newBuilder(api.uri("/v1/projects"))
                                .header("Origin", "https://evil.example")
                                .header("Access-Control-Request-Method", "GET")
                                .method("OPTIONS", HttpRequest.BodyPublishers.noBody()));

        assertThat(preflight.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
        assertThat(preflight.statusCode()).isGreaterThanOrEqualTo(400);
    }

    @Test
    void setsSecurityHeaders() {
        for (String path : new String[] {"/", "/v1/me"}) {
            HttpResponse<String> response = api.get(path, null);
            assertThat(response.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(response.headers().firstValue("X-Frame-Options")).hasValue("DENY");
            assertThat(response.headers().firstValue("Content-Security-Policy"))
                    .hasValueSatisfying(csp -> assertThat(csp).contains("frame-ancestors 'none'"));
            assertThat(response.headers().firstValue("X-Request-Id")).isPresent();
        }
    }

    @Test
    void showsHealthAndMetricsOnThePortOfManagement() {
        Api management = new Api("http://localhost:" + gateway.managementPort());

        assertThat(management.get("/actuator/health/readiness", null).statusCode()).isEqualTo(200);
        assertThat(management.get("/actuator/health/liveness", null).statusCode()).isEqualTo(200);
        assertThat(management.get("/actuator/prometheus", null).body())
                .contains("assay_streams_open")
                .contains("http_server_requests");
        assertThat(management.get("/actuator/env", null).statusCode()).isEqualTo(404);
        assertThat(management.get("/v1/me", null).statusCode()).isIn(401, 404);
    }

    private void assertInvalid(String token) {
        HttpResponse<String> response = api.get("/v1/projects", token);
        assertThat(response.statusCode()).isEqualTo(401);
        assertProblem(response, "unauthenticated");
    }

    private static void assertProblem(HttpResponse<String> response, String slug) {
        assertThat(response.headers().firstValue("Content-Type"))
                .hasValueSatisfying(
                        type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(Api.json(response).path("type").asString()).isEqualTo("/problems/" + slug);
    }

    private String signersKeyId() {
        return Api.json(api.get("/oauth2/jwks", null)).path("keys").path(0).path("kid").asString();
    }

    private static String encoded(String json) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
