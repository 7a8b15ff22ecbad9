package io.assay.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.gateway.support.Api;
import io.assay.gateway.support.TestGateway;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The web client's way in: a cookie that no script reads, and never a token. */
class WebClientIT {

    private static final String PASSWORD = "a-good-password";

    private final Api api = TestGateway.shared().api();
    private final HttpClient browser = api.browser();
    private final String username = "w" + UUID.randomUUID().toString().substring(0, 8);

    @BeforeEach
    void signUp() {
        assertThat(
                        post(
                                        "/v1/accounts",
                                        json(Map.of("username", username, "password", PASSWORD)))
                                .statusCode())
                .isEqualTo(201);
    }

    @Test
    void signsInWithoutAToken() {
        HttpResponse<String> welcome = signIn(PASSWORD);

        assertThat(welcome.statusCode()).isEqualTo(204);
        assertThat(welcome.body()).isEmpty();
        assertThat(sessionCookies(welcome))
                .singleElement()
                .asString()
                .contains("HttpOnly", "SameSite=Lax");
        JsonNode me = Api.json(get("/v1/me"));
        assertThat(me.path("username").asString()).isEqualTo(username);
        assertThat(me.path("roles").toString()).isEqualTo("[\"worker\"]");
    }

    @Test
    void tellsThatAPasswordIsWrong() {
        HttpResponse<String> refused = signIn("not-the-password");

        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(Api.json(refused).path("type").asString()).isEqualTo("/problems/sign-in-failed");
        assertThat(sessionCookies(refused)).isEmpty();
    }

    /** The cookie comes with it, and opens nothing. */
    @Test
    void doesNothingForAnotherSite() {
        signIn(PASSWORD);

        assertThat(get("/v1/me", "Accept", "application/json").statusCode()).isEqualTo(401);
        assertThat(
                        get("/v1/me", WebClient.HEADER, "1", "Sec-Fetch-Site", "cross-site")
                                .statusCode())
                .isEqualTo(401);
        assertThat(
                        get("/v1/me", WebClient.HEADER, "1", "Sec-Fetch-Site", "same-origin")
                                .statusCode())
                .isEqualTo(200);
        HttpResponse<String> signOut =
                send(request("/logout", "Accept", "*/*").POST(BodyPublishers.noBody()));
        assertThat(signOut.statusCode()).isEqualTo(404);
        assertThat(get("/v1/me").statusCode()).isEqualTo(200);
    }

    @Test
    void handsServicesATokenAndNoCookie() {
        signIn(PASSWORD);

        JsonNode heard = Api.json(get("/v1/work/echo"));

        assertThat(heard.path("authorization").asString()).startsWith("Bearer ");
        assertThat(heard.path("cookie").asString()).isEqualTo("null");
    }

    /** Or of two calls at once one would come with an id that is no longer good. */
    @Test
    void keepsTheSessionsId() {
        signIn(PASSWORD);

        for (int i = 0; i < 3; i++) {
            HttpResponse<String> me = get("/v1/me");
            assertThat(me.statusCode()).isEqualTo(200);
            assertThat(sessionCookies(me)).isEmpty();
        }
    }

    @Test
    void signsOut() {
        signIn(PASSWORD);

        HttpResponse<String> left =
                send(request("/logout", WebClient.HEADER, "1").POST(BodyPublishers.noBody()));

        assertThat(left.statusCode()).isEqualTo(204);
        assertThat(get("/v1/me").statusCode()).isEqualTo(401);
    }

    @Test
    void endsAllSessionsWithANewPassword() {
        signIn(PASSWORD);

        HttpResponse<String> changed =
                post(
                        "/v1/account/password",
                        json(Map.of("current", PASSWORD, "password", "another-password")));

        assertThat(changed.statusCode()).isEqualTo(204);
        assertThat(get("/v1/me").statusCode()).isEqualTo(401);
        assertThat(signIn("another-password").statusCode()).isEqualTo(204);
        assertThat(get("/v1/me").statusCode()).isEqualTo(200);
    }

    @Test
    void deletesTheAccount() {
        signIn(PASSWORD);

        assertThat(delete("not-the-password").statusCode()).isEqualTo(403);
        assertThat(delete(PASSWORD).statusCode()).isEqualTo(204);

        assertThat(get("/v1/me").statusCode()).isEqualTo(401);
        assertThat(signIn(PASSWORD).statusCode()).isEqualTo(401);
        // the name is free again, and another person's
        assertThat(
                        post(
                                        "/v1/accounts",
                                        json(Map.of("username", username, "password", PASSWORD)))
                                .statusCode())
                .isEqualTo(201);
    }

    @Test
    void deletesNobodyOfOperations() {
        send(form("/login", Map.of("username", "ops", "password", TestGateway.OPS_PASSWORD)));

        HttpResponse<String> refused = delete(TestGateway.OPS_PASSWORD);

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(Api.json(refused).path("type").asString()).isEqualTo("/problems/own-account");
    }

    private HttpResponse<String> signIn(String password) {
        return send(form("/login", Map.of("username", username, "password", password)));
    }

    private HttpResponse<String> delete(String password) {
        return post("/v1/account/deletion", json(Map.of("password", password)));
    }

    private HttpRequest.Builder form(String path, Map<String, String> fields) {
        return request(
                        path,
                        WebClient.HEADER,
                        "1",
                        "Content-Type",
                        "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(Api.form(fields)));
    }

    private HttpResponse<String> post(String path, String json) {
        return send(
                request(path, WebClient.HEADER, "1", "Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(json)));
    }

    private HttpResponse<String> get(String path) {
        return get(path, WebClient.HEADER, "1");
    }

    private HttpResponse<String> get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    private HttpRequest.Builder request(String path, String... headers) {
        return HttpRequest.newBuilder(api.uri(path)).headers(headers);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        return Api.send(browser, request.build(), BodyHandlers.ofString());
    }

    private static String json(Map<String, String> fields) {
        return Api.JSON.writeValueAsString(fields);
    }

    private static List<String> sessionCookies(HttpResponse<String> response) {
        return response.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith("ASSAY_SESSION="))
                .toList();
    }
}
