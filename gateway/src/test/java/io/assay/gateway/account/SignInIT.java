package io.assay.gateway.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.gateway.support.Api;
import io.assay.gateway.support.SignIn;
import io.assay.gateway.support.TestGateway;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** From sign-up to a token, over HTTP alone. */
class SignInIT {

    private static final String PASSWORD = "a-good-password";

    private final Api api = TestGateway.shared().api();
    private final SignIn signIn = new SignIn(api);

    @Test
    void signsUpAndInAsAWorker() {
        String username = "Asha." + anyName();
        HttpResponse<String> created = signUp(username);
        assertThat(created.statusCode()).isEqualTo(201);

        String token = signIn.token(username.toLowerCase(), PASSWORD);

        JsonNode me = Api.json(api.get("/v1/me", token));
        assertThat(me.path("id").asString()).isEqualTo(Api.json(created).path("id").asString());
        assertThat(me.path("username").asString()).isEqualTo(username.toLowerCase());
        assertThat(me.path("roles").toString()).isEqualTo("[\"worker\"]");
        assertThat(created.body()).doesNotContain(PASSWORD);
    }

    @Test
    void refusesATakenUsername() {
        String username = anyName();
        signUp(username);

        HttpResponse<String> second = signUp(username.toUpperCase());

        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(Api.json(second).path("type").asString()).isEqualTo("/problems/username-taken");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"username\":\"asha\",\"password\":\"a-good-password\",\"roles\":[\"ops\"]}",
                "{\"username\":12345678901,\"password\":\"a-good-password\"}",
                "{\"username\":\"asha\",\"username\":\"b\",\"password\":\"a-good-password\"}",
                "{\"username\":\"asha\"",
                "[]",
                "",
                "{\"username\":\"asha\",\"password\":\"a-good-password\"} x"
            })
    void refusesMalformedSignUps(String body) {
        HttpResponse<String> response = api.post("/v1/accounts", null, body);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(Api.json(response).path("type").asString())
                .isEqualTo("/problems/malformed-body");
        assertThat(response.body()).doesNotContain("io.assay");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"username\":\"asha\"}",
                "{\"username\":\"a\",\"password\":\"a-good-password\"}",
                "{\"username\":\"asha\",\"password\":\"short\"}"
            })
    void refusesWhatBreaksARule(String body) {
        HttpResponse<String> response = api.post("/v1/accounts", null, body);

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(response.headers().firstValue("Content-Type"))
                .hasValue("application/problem+json");
    }

    @Test
    void opensAccountsWithRolesForOperationsOnly() {
        String username = anyName();
        String body =
                "{\"username\":\"%s\",\"password\":\"%s\",\"roles\":[\"requester\",\"partner\"]}"
                        .formatted(username, PASSWORD);

        assertThat(api.post("/v1/admin/accounts", null, body).statusCode()).isEqualTo(401);
        assertThat(api.post("/v1/admin/accounts", api.token("worker"), body).statusCode())
                .isEqualTo(403);
        assertThat(api.post("/v1/admin/accounts", api.opsToken(), body).statusCode())
                .isEqualTo(201);

        JsonNode me = Api.json(api.get("/v1/me", signIn.token(username, PASSWORD)));
        assertThat(me.path("roles").toString()).contains("requester").contains("partner");
    }

    @Test
    void sendsAWrongPasswordBackToTheForm() {
        signIn.get(signIn.authorizeUri(Map.of()));

        HttpResponse<String> response = signIn.logIn("ops", "not-the-password");

        assertThat(signIn.location(response).toString()).endsWith("/login?error");
        assertThat(signIn.get(signIn.location(response)).body()).contains("wrong");
    }

    @Test
    void refusesASignInWithoutItsForm() {
        HttpResponse<String> response =
                signIn.post(
                        api.uri("/login"),
                        Map.of("username", "ops", "password", TestGateway.OPS_PASSWORD));

        assertThat(signIn.location(response).toString()).endsWith("/login?again");
        assertThat(signIn.get(signIn.location(response)).body()).contains("_csrf");
    }

    @Test
    void needsAProofOfTheCodesOwner() {
        URI withoutChallenge =
                signIn.authorizeUri(Map.of("code_challenge", "", "code_challenge_method", ""));
        signIn.get(withoutChallenge);
        signIn.logIn("ops", TestGateway.OPS_PASSWORD);
        assertThat(signIn.location(signIn.get(withoutChallenge)).toString())
                .contains("error=invalid_request");

        String code = new SignIn(api).code("ops", TestGateway.OPS_PASSWORD);
        HttpResponse<String> wrong =
                signIn.exchange(code, "another-verifier-that-is-as-long-as-the-right-one-was");
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body()).contains("invalid_grant");
    }

    @Test
    void takesACodeOnce() {
        String code = new SignIn(api).code("ops", TestGateway.OPS_PASSWORD);

        assertThat(signIn.exchange(code, SignIn.verifier()).statusCode()).isEqualTo(200);
        assertThat(signIn.exchange(code, SignIn.verifier()).statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/signed-in",
                "http://127.0.0.1:9999/elsewhere",
                "http://localhost:1/signed-in"
            })
    void redirectsNowhereElse(String redirect) {
        SignIn browser = new SignIn(api);
        browser.get(browser.authorizeUri(Map.of()));
        browser.logIn("ops", TestGateway.OPS_PASSWORD);

        HttpResponse<String> response =
                browser.get(browser.authorizeUri(Map.of("redirect_uri", redirect)));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.headers().firstValue("Location")).isEmpty();
    }

    @Test
    void redirectsToItsOwnPage() {
        signIn.get(signIn.authorizeUri(Map.of()));
        signIn.logIn("ops", TestGateway.OPS_PASSWORD);

        HttpResponse<String> response =
                signIn.get(
                        signIn.authorizeUri(
                                Map.of("redirect_uri", api.uri("/signed-in").toString())));

        assertThat(signIn.location(response).toString())
                .startsWith(api.uri("/signed-in?code=").toString());
    }

    @Test
    void describesItself() {
        JsonNode discovery = Api.json(api.get("/.well-known/openid-configuration", null));

        assertThat(discovery.path("issuer").asString())
                .isEqualTo("http://localhost:" + TestGateway.shared().port());
        assertThat(discovery.path("jwks_uri").asString()).endsWith("/oauth2/jwks");
        assertThat(api.get("/oauth2/jwks", null).body()).contains("kid").doesNotContain("\"d\"");
    }

    @Test
    void opensNothingWithAnIdToken() {
        String code = new SignIn(api).code("ops", TestGateway.OPS_PASSWORD);
        String idToken =
                Api.json(signIn.exchange(code, SignIn.verifier())).path("id_token").asString();

        assertThat(idToken).isNotEmpty();
        assertThat(api.post("/v1/admin/clients", idToken, "{}").statusCode()).isEqualTo(403);
    }

    private HttpResponse<String> signUp(String username) {
        return api.post(
                "/v1/accounts",
                null,
                "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(username, PASSWORD));
    }

    private static String anyName() {
        return "u" + UUID.randomUUID().toString().substring(0, 12);
    }
}
