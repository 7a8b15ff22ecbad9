package io.assay.gateway.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.gateway.session.WebClient;
import io.assay.gateway.support.Api;
import io.assay.gateway.support.TestGateway;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Who forgot their password gets one from operations that opens nothing but its change. */
class OneTimePasswordIT {

    private static final String PASSWORD = "a-good-password";

    private final Api api = TestGateway.shared().api();
    private final HttpClient browser = api.browser();
    private final String username = "o" + UUID.randomUUID().toString().substring(0, 8);
    private String id;

    @BeforeEach
    void signUp() {
        HttpResponse<String> account =
                post("/v1/accounts", Map.of("username", username, "password", PASSWORD));
        id = Api.json(account).path("id").asString();
    }

    @Test
    void opensNothingButTheChangeOfThePassword() {
        String oneTime = reset();

        assertThat(signIn(PASSWORD)).isEqualTo(401);
        assertThat(signIn(oneTime)).isEqualTo(204);
        JsonNode me = Api.json(get("/v1/me"));
        assertThat(me.path("mustChangePassword").asBoolean()).isTrue();
        assertThat(me.path("roles").size()).isZero();
        assertThat(get("/v1/work").statusCode()).isEqualTo(403);
        assertThat(change(oneTime, oneTime).statusCode()).isEqualTo(422);

        assertThat(change(oneTime, "my-own-password").statusCode()).isEqualTo(204);

        assertThat(signIn(oneTime)).isEqualTo(401);
        assertThat(signIn("my-own-password")).isEqualTo(204);
        JsonNode again = Api.json(get("/v1/me"));
        assertThat(again.has("mustChangePassword")).isFalse();
        assertThat(again.path("roles").toString()).isEqualTo("[\"worker\"]");
        assertThat(get("/v1/work/echo").statusCode()).isEqualTo(200);
    }

    @Test
    void endsWhatWasOpen() {
        assertThat(signIn(PASSWORD)).isEqualTo(204);

        reset();

        assertThat(get("/v1/me").statusCode()).isEqualTo(401);
    }

    @Test
    void isADifferentOneEachTime() {
        String first = reset();

        assertThat(reset()).isNotEqualTo(first).matches("[a-z2-9]{4}(-[a-z2-9]{4}){3}");
        assertThat(signIn(first)).isEqualTo(401);
    }

    @Test
    void isGivenByOperationsAlone() {
        String path = "/v1/admin/accounts/" + id + "/one-time-password";

        assertThat(api.post(path, null, "{}").statusCode()).isEqualTo(401);
        for (String role : new String[] {"worker", "reviewer", "requester", "finance"}) {
            assertThat(api.post(path, api.token(role), "{}").statusCode()).isEqualTo(403);
        }
        assertThat(
                        api.post(
                                        "/v1/admin/accounts/nobody/one-time-password",
                                        api.opsToken(),
                                        "{}")
                                .statusCode())
                .isEqualTo(404);
    }

    @Test
    void isNotForOneself() {
        assertThat(signIn("ops", TestGateway.OPS_PASSWORD)).isEqualTo(204);
        String ops = Api.json(get("/v1/me")).path("id").asString();

        HttpResponse<String> refused =
                post("/v1/admin/accounts/" + ops + "/one-time-password", Map.of());

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(Api.json(refused).path("type").asString()).isEqualTo("/problems/own-account");
    }

    private String reset() {
        HttpResponse<String> response =
                api.post("/v1/admin/accounts/" + id + "/one-time-password", api.opsToken(), "{}");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        return Api.json(response).path("password").asString();
    }

    private HttpResponse<String> change(String current, String password) {
        return post("/v1/account/password", Map.of("current", current, "password", password));
    }

    private int signIn(String password) {
        return signIn(username, password);
    }

    private int signIn(String name, String password) {
        return send(request("/login")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(
                                BodyPublishers.ofString(
                                        Api.form(Map.of("username", name, "password", password)))))
                .statusCode();
    }

    private HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    private HttpResponse<String> post(String path, Map<String, String> body) {
        return send(
                request(path)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(Api.JSON.writeValueAsString(body))));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(api.uri(path)).header(WebClient.HEADER, "1");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        return Api.send(browser, request.build(), BodyHandlers.ofString());
    }
}
