package io.assay.gateway.revocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.assay.gateway.support.Api;
import io.assay.gateway.support.SignIn;
import io.assay.gateway.support.TestGateway;
import io.assay.gateway.support.Tokens;
import io.assay.web.RevokedTokens;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.Jwt;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Each way to end tokens: at the gateway at once, and told to the services in the list. */
class RevocationIT {

    private static final String PASSWORD = "a-good-password";
    private static final String ANOTHER = "another-good-password";

    private final Api api = TestGateway.shared().api();
    private final String username = "u" + UUID.randomUUID().toString().substring(0, 12);

    @Test
    void endsAllOfADisabledAccount() {
        String id = signUp();
        SignIn browser = new SignIn(api);
        String token = browser.token(username, PASSWORD);
        assertLives(token);

        assertThat(admin("/accounts/" + id + "/disable", "").statusCode()).isEqualTo(200);

        assertEnded(token);
        assertSessionEnded(browser);
        assertWrongPassword(PASSWORD);

        assertThat(admin("/accounts/" + id + "/enable", "").statusCode()).isEqualTo(200);
        assertEnded(token);
        assertLives(new SignIn(api).token(username, PASSWORD));
    }

    @Test
    void endsAllWhenThePasswordIsChanged() {
        signUp();
        SignIn browser = new SignIn(api);
        String token = browser.token(username, PASSWORD);
        String change = "{\"current\":\"%s\",\"password\":\"%s\"}";

        HttpResponse<String> wrong =
                api.post("/v1/account/password", token, change.formatted("a-guess-at-it", ANOTHER));
        HttpResponse<String> weak =
                api.post("/v1/account/password", token, change.formatted(PASSWORD, "short"));
        assertThat(wrong.statusCode()).isEqualTo(403);
        assertThat(Api.json(wrong).path("type").asString()).isEqualTo("/problems/wrong-password");
        assertThat(weak.statusCode()).isEqualTo(422);
        assertLives(token);

        assertThat(
                        api.post("/v1/account/password", token, change.formatted(PASSWORD, ANOTHER))
                                .statusCode())
                .isEqualTo(204);

        assertEnded(token);
        assertSessionEnded(browser);
        assertWrongPassword(PASSWORD);
        assertLives(new SignIn(api).token(username, ANOTHER));
    }

    @Test
    void endsAllWhenOperationsResetThePassword() {
        String id = signUp();
        SignIn browser = new SignIn(api);
        String token = browser.token(username, PASSWORD);

        assertThat(
                        admin("/accounts/" + id + "/password", "{\"password\":\"" + ANOTHER + "\"}")
                                .statusCode())
                .isEqualTo(204);

        assertEnded(token);
        assertSessionEnded(browser);
        assertWrongPassword(PASSWORD);
        assertLives(new SignIn(api).token(username, ANOTHER));
    }

    @Test
    void signsOutEverywhere() {
        String id = signUp();
        SignIn browser = new SignIn(api);
        SignIn other = new SignIn(api);
        String token = browser.token(username, PASSWORD);
        String another = other.token(username, PASSWORD);

        assertThat(api.post("/v1/account/sign-out", token, "").statusCode()).isEqualTo(204);

        assertEnded(token);
        assertEnded(another);
        assertSessionEnded(browser);
        assertSessionEnded(other);
        String next = new SignIn(api).token(username, PASSWORD);
        assertLives(next);

        assertThat(admin("/accounts/" + id + "/sign-out", "").statusCode()).isEqualTo(204);
        assertEnded(next);
    }

    /** Many a time within one second, which a token's own date cannot tell apart. */
    @Test
    void signsOutAsOftenAsOneSignsIn() {
        signUp();
        for (int i = 0; i < 4; i++) {
            String token = new SignIn(api).token(username, PASSWORD);
            assertLives(token);

            assertThat(api.post("/v1/account/sign-out", token, "").statusCode()).isEqualTo(204);

            assertEnded(token);
        }
    }

    @Test
    void takesNoCodeFromBeforeTheSignOut() {
        String id = signUp();
        SignIn browser = new SignIn(api);
        String code = browser.code(username, PASSWORD);

        assertThat(admin("/accounts/" + id + "/sign-out", "").statusCode()).isEqualTo(204);

        HttpResponse<String> exchanged = browser.exchange(code, SignIn.verifier());
        assertThat(exchanged.statusCode()).isEqualTo(400);
        assertThat(exchanged.body()).contains("invalid_grant");
    }

    @Test
    void rotatesTheSecretOfAClient() {
        String clientId = "c" + UUID.randomUUID();
        String secret = made(clientId);
        String token = api.tokenFor(clientId, secret);
        assertLives(token);

        HttpResponse<String> rotated = admin("/clients/" + clientId + "/secret", "");
        String fresh = Api.json(rotated).path("clientSecret").asString();

        assertThat(rotated.statusCode()).isEqualTo(200);
        assertEnded(token);
        assertThat(api.tokenResponse(clientId, secret).statusCode()).isEqualTo(401);
        assertLives(api.tokenFor(clientId, fresh));
    }

    @Test
    void deletesAClient() {
        String clientId = "c" + UUID.randomUUID();
        String secret = made(clientId);
        String token = api.tokenFor(clientId, secret);

        HttpRequest.Builder delete =
                api.request("/v1/admin/clients/" + clientId, api.opsToken()).DELETE();
        assertThat(api.send(delete).statusCode()).isEqualTo(204);

        assertEnded(token);
        assertThat(api.tokenResponse(clientId, secret).statusCode()).isEqualTo(401);
        assertThat(admin("/clients/" + clientId + "/secret", "").statusCode()).isEqualTo(404);
    }

    /** As for accounts of another issuer, which goes on to give them tokens. */
    @Test
    void refusesASubjectForGoodUntilLifted() {
        String subject = "auth0|" + UUID.randomUUID();
        Tokens tokens = Tokens.shared();
        String token = tokens.of(subject, "worker");
        assertLives(token);

        assertThat(
                        admin(
                                        "/revocations",
                                        "{\"subject\":\"%s\",\"forGood\":true}".formatted(subject))
                                .statusCode())
                .isEqualTo(204);

        assertEnded(token);
        String later = tokens.of(subject, Instant.now().plusSeconds(4_000), "worker");
        assertEnded(later);

        assertThat(
                        admin("/revocations/lift", "{\"subject\":\"%s\"}".formatted(subject))
                                .statusCode())
                .isEqualTo(204);
        assertEnded(token);
        assertLives(later);
    }

    @Test
    void withdrawsASigningKey() {
        try (TestGateway own = TestGateway.start(Map.of())) {
            Api there = own.api();
            String token = there.opsToken();
            String kid = signer(there, token);
            assertThat(there.get("/v1/me", token).statusCode()).isEqualTo(200);

            HttpRequest.Builder withdraw =
                    there.request("/v1/admin/signing-keys/" + kid, token).DELETE();
            assertThat(there.send(withdraw).statusCode()).isEqualTo(204);

            assertThat(there.get("/v1/me", token).statusCode()).isEqualTo(401);
            assertThat(there.get("/oauth2/jwks", null).body()).doesNotContain(kid);
            assertThat(list(there).keys()).containsExactly(kid);
            String next = there.opsToken();
            assertThat(there.get("/v1/me", next).statusCode()).isEqualTo(200);
            assertThat(signer(there, next)).isNotEqualTo(kid);
        }
    }

    @Test
    void reachesOtherInstances() {
        String database = "instances" + UUID.randomUUID().toString().replace("-", "");
        int port = TestGateway.freePort();
        Map<String, String> sameIssuer =
                Map.of(
                        "assay.gateway.public-url",
                        "http://localhost:" + port,
                        "assay.gateway.revocations.reread",
                        "100ms");
        try (TestGateway one = TestGateway.start(port, database, sameIssuer);
                TestGateway two = TestGateway.start(TestGateway.freePort(), database, sameIssuer)) {
            String token = one.api().token("requester");
            assertThat(two.api().get("/v1/projects", token).statusCode()).isEqualTo(200);

            assertThat(one.api().post("/v1/account/sign-out", token, "").statusCode())
                    .isEqualTo(204);

            await().atMost(Duration.ofSeconds(30))
                    .until(() -> two.api().get("/v1/projects", token).statusCode() == 401);
        }
    }

    @Test
    void boundsHowManyStandAtOnce() {
        try (TestGateway own = TestGateway.start(Map.of("assay.gateway.revocations.most", "5"))) {
            Api there = own.api();
            Tokens tokens = Tokens.of(own);
            for (int i = 0; i < 4; i++) {
                assertThat(
                                there.post("/v1/account/sign-out", tokens.of("w" + i, "worker"), "")
                                        .statusCode())
                        .isEqualTo(204);
            }

            HttpResponse<String> fifth =
                    there.post("/v1/account/sign-out", tokens.of("w5", "worker"), "");

            assertThat(fifth.statusCode()).isEqualTo(503);
            assertThat(Api.json(fifth).path("type").asString())
                    .isEqualTo("/problems/too-many-revocations");
            // what is left is for operations
            assertThat(
                            there.post(
                                            "/v1/admin/revocations",
                                            there.opsToken(),
                                            "{\"subject\":\"w5\"}")
                                    .statusCode())
                    .isEqualTo(204);
            assertThat(list(there).subjects()).hasSize(5);
        }
    }

    @Test
    void letsOnlyOperationsManage() {
        String id = signUp();
        String worker = Tokens.shared().of("w1", "worker");

        for (String path :
                new String[] {
                    "/accounts/" + id + "/disable",
                    "/accounts/" + id + "/password",
                    "/accounts/" + id + "/sign-out",
                    "/revocations",
                    "/clients/c1/secret",
                    "/signing-keys"
                }) {
            assertThat(api.post("/v1/admin" + path, worker, "{}").statusCode()).isEqualTo(403);
            assertThat(api.post("/v1/admin" + path, null, "{}").statusCode()).isEqualTo(401);
        }
        assertThat(api.post("/v1/account/sign-out", null, "").statusCode()).isEqualTo(401);
        assertThat(admin("/accounts/nobody/disable", "").statusCode()).isEqualTo(404);
    }

    @Test
    void letsNobodyDisableThemselves() {
        String ops = api.opsToken();
        JsonNode me = Api.json(api.get("/v1/me", ops));

        HttpResponse<String> response =
                api.post("/v1/admin/accounts/" + me.path("id").asString() + "/disable", ops, "");

        assertThat(response.statusCode()).isEqualTo(409);
        assertThat(Api.json(api.get("/v1/admin/accounts?username=ops", ops)).path("id"))
                .isEqualTo(me.path("id"));
    }

    private String signUp() {
        HttpResponse<String> made =
                api.post(
                        "/v1/accounts",
                        null,
                        "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(username, PASSWORD));
        return Api.json(made).path("id").asString();
    }

    private String made(String clientId) {
        HttpResponse<String> made =
                admin(
                        "/clients",
                        "{\"clientId\":\"%s\",\"roles\":[\"worker\"]}".formatted(clientId));
        return Api.json(made).path("clientSecret").asString();
    }

    private HttpResponse<String> admin(String path, String body) {
        return api.post("/v1/admin" + path, api.opsToken(), body);
    }

    private void assertLives(String token) {
        assertThat(api.get("/v1/me", token).statusCode()).isEqualTo(200);
        assertThat(list(api).covers(parsed(token))).isFalse();
    }

    /** Here, and at every service, which goes by the list. */
    private void assertEnded(String token) {
        assertThat(api.get("/v1/me", token).statusCode()).isEqualTo(401);
        assertThat(list(api).covers(parsed(token))).isTrue();
    }

    private void assertSessionEnded(SignIn browser) {
        URI authorize = browser.authorizeUri(Map.of());
        assertThat(browser.location(browser.get(authorize)).getPath()).isEqualTo("/login");
    }

    private void assertWrongPassword(String password) {
        SignIn browser = new SignIn(api);
        HttpResponse<String> response = browser.logIn(username, password);
        assertThat(browser.location(response).toString()).endsWith("/login?error");
    }

    private static String signer(Api api, String token) {
        JsonNode keys = Api.json(api.get("/v1/admin/signing-keys", token)).path("keys");
        for (JsonNode key : keys) {
            if (key.path("signs").asBoolean()) {
                return key.path("kid").asString();
            }
        }
        throw new AssertionError("no key signs: " + keys);
    }

    private static RevokedTokens list(Api api) {
        HttpResponse<String> response = api.get("/oauth2/revocations", null);
        assertThat(response.statusCode()).isEqualTo(200);
        return JsonMapper.shared().readValue(response.body(), RevokedTokens.class);
    }

    private static Jwt parsed(String token) {
        String[] parts = token.split("\\.");
        JsonNode header = decoded(parts[0]);
        JsonNode claims = decoded(parts[1]);
        Jwt.Builder jwt =
                Jwt.withTokenValue(token)
                        .header("kid", header.path("kid").asString())
                        .issuer(claims.path("iss").asString())
                        .subject(claims.path("sub").asString())
                        .issuedAt(Instant.ofEpochSecond(claims.path("iat").asLong()));
        JsonNode exact = claims.path(RevokedTokens.ISSUED_AT_MS); // of our own issuer alone
        return exact.isNumber()
                ? jwt.claim(RevokedTokens.ISSUED_AT_MS, exact.asLong()).build()
                : jwt.build();
    }

    private static JsonNode decoded(String part) {
        return JsonMapper.shared().readTree(Base64.getUrlDecoder().decode(part));
    }
}
