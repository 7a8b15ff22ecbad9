package io.assay.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.gateway.support.Api;
import io.assay.gateway.support.TestGateway;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What must outlive the process, and what one instance must know of another. */
class RestartIT {

    @Test
    void keepsTokensAndAccountsAndHoldsItsLimits() {
        int port = TestGateway.freePort();
        String database = "restart" + UUID.randomUUID().toString().replace("-", "");
        Map<String, String> limits =
                Map.of(
                        "assay.gateway.limits.sign-up.burst", "2",
                        "assay.gateway.limits.sign-up.per-minute", "1");
        String token;
        String keys;
        try (TestGateway first = TestGateway.start(port, database, limits)) {
            token = first.api().token("requester");
            keys = first.api().get("/oauth2/jwks", null).body();
            signUp(first.api(), "asha");
            signUp(first.api(), "bela");
            HttpResponse<String> third = signUp(first.api(), "chan");
            assertThat(third.statusCode()).isEqualTo(429);
            assertThat(third.headers().firstValue("Retry-After")).isPresent();
        }

        try (TestGateway second = TestGateway.start(port, database, Map.of())) {
            Api api = second.api();
            assertThat(api.get("/v1/projects", token).statusCode()).isEqualTo(200);
            assertThat(api.get("/oauth2/jwks", null).body()).isEqualTo(keys);
            assertThat(signUp(api, "asha").statusCode()).isEqualTo(409);

            String newer = rotated(api);
            assertThat(newer).isNotEqualTo(keys);
            assertThat(api.get("/v1/projects", token).statusCode()).isEqualTo(200);
            assertThat(api.get("/v1/projects", api.token("requester")).statusCode()).isEqualTo(200);
        }
    }

    private static String rotated(Api api) {
        assertThat(api.post("/v1/admin/signing-keys", api.opsToken(), "").statusCode())
                .isEqualTo(201);
        return api.get("/oauth2/jwks", null).body();
    }

    private static HttpResponse<String> signUp(Api api, String username) {
        return api.post(
                "/v1/accounts",
                null,
                "{\"username\":\"%s\",\"password\":\"a-good-password\"}".formatted(username));
    }
}
