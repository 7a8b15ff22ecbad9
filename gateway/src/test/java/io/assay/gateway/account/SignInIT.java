package io.assay.gateway.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.gateway.support.Api;
import io.assay.gateway.support.SignIn;
import io.assay.gateway.support.TestGateway;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** From sign-up to a token, over HTTP alone. */
class SignInIT {

    private static final String PASSWORD = "a-good-password";

    private final Api api = TestGateway.shared().api();

    @Test
    void signsUpAndInAsAWorker() {
        JsonNode account = Api.json(signUp("Asha.K"));

        String token = new SignIn(api).token("asha.k", PASSWORD);

        JsonNode me = Api.json(api.get("/v1/me", token));
        assertThat(me.path("id").asString()).isEqualTo(account.path("id").asString());
        assertThat(me.path("username").asString()).isEqualTo("asha.k");
        assertThat(me.path("roles").toString()).isEqualTo("[\"worker\"]");
    }

    private HttpResponse<String> signUp(String username) {
        return api.post(
                "/v1/accounts",
                null,
                "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(username, PASSWORD));
    }
}
