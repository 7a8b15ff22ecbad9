package io.assay.gateway.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.gateway.support.Api;
import io.assay.gateway.support.TestGateway;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class MachineClientIT {

    private final Api api = TestGateway.shared().api();

    @Test
    void getsATokenForItsRoles() {
        String clientId = anyId();

        JsonNode me =
                Api.json(api.get("/v1/me", api.clientToken(clientId, "partner", "requester")));

        assertThat(me.path("id").asString()).isEqualTo(clientId);
        assertThat(me.path("roles").toString()).contains("partner").contains("requester");
        assertThat(me.has("username")).isFalse();
    }

    @Test
    void carriesTheSubjectInItsToken() {
        String clientId = anyId();
        HttpResponse<String> made =
                make(
                        "{\"clientId\":\"%s\",\"roles\":[\"worker\"],\"subject\":\"w-7\"}"
                                .formatted(clientId));

        String token = api.tokenFor(clientId, Api.json(made).path("clientSecret").asString());

        assertThat(Api.json(api.get("/v1/me", token)).path("id").asString()).isEqualTo("w-7");
    }

    @Test
    void takesTheSecretInTheBodyToo() {
        String clientId = anyId();
        HttpResponse<String> made =
                make("{\"clientId\":\"%s\",\"roles\":[\"worker\"]}".formatted(clientId));

        HttpResponse<String> response =
                api.send(
                        HttpRequest.newBuilder(api.uri("/oauth2/token"))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(
                                        HttpRequest.BodyPublishers.ofString(
                                                Api.form(
                                                        Map.of(
                                                                "grant_type",
                                                                "client_credentials",
                                                                "client_id",
                                                                clientId,
                                                                "client_secret",
                                                                Api.json(made)
                                                                        .path("clientSecret")
                                                                        .asString())))));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(Api.json(response).path("expires_in").asInt()).isBetween(3500, 3600);
        assertThat(Api.json(response).has("refresh_token")).isFalse();
    }

    @Test
    void refusesAWrongSecretAndAnUnknownClient() {
        String clientId = anyId();
        make("{\"clientId\":\"%s\",\"roles\":[\"worker\"]}".formatted(clientId));

        assertThat(api.tokenResponse(clientId, "guess").statusCode()).isEqualTo(401);
        assertThat(api.tokenResponse("nobody", "guess").statusCode()).isEqualTo(401);
        assertThat(api.tokenResponse("assay-web", "guess").statusCode()).isEqualTo(401);
    }

    @Test
    void refusesATakenId() {
        String body = "{\"clientId\":\"%s\",\"roles\":[\"worker\"]}".formatted(anyId());
        make(body);

        assertThat(make(body).statusCode()).isEqualTo(409);
        assertThat(make("{\"clientId\":\"assay-web\",\"roles\":[\"worker\"]}").statusCode())
                .isEqualTo(409);
    }

    @Test
    void refusesWrongRolesAndIds() {
        assertThat(make("{\"clientId\":\"x\",\"roles\":[\"king\"]}").statusCode()).isEqualTo(400);
        assertThat(make("{\"clientId\":\"x\",\"roles\":[]}").statusCode()).isEqualTo(422);
        assertThat(make("{\"clientId\":\"a b\",\"roles\":[\"worker\"]}").statusCode())
                .isEqualTo(422);
        assertThat(
                        make("{\"clientId\":\"x\",\"roles\":[\"worker\"],\"subject\":\"a.b\"}")
                                .statusCode())
                .isEqualTo(422);
    }

    private HttpResponse<String> make(String body) {
        return api.post("/v1/admin/clients", api.opsToken(), body);
    }

    private static String anyId() {
        return "c" + UUID.randomUUID();
    }
}
