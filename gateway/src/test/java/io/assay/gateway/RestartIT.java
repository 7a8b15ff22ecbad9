package io.assay.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.gateway.support.Api;
import io.assay.gateway.support.TestGateway;
import io.assay.gateway.support.Tokens;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.security.oauth2.jwt.JwtEncoder;

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

    /** The port is open before the context says that it is refreshed. */
    @Test
    void passesRequestsOnAsSoonAsItsPortIsOpen() {
        int port = TestGateway.freePort();
        String database = "restart" + UUID.randomUUID().toString().replace("-", "");
        AtomicInteger status = new AtomicInteger();

        TestGateway.start(port, database, Map.of(), context -> askOnceOpen(context, port, status))
                .close();

        assertThat(status).hasValue(200);
    }

    private static void askOnceOpen(
            GenericApplicationContext context, int port, AtomicInteger status) {
        String issuer = "http://localhost:" + port;
        Runnable ask =
                () -> {
                    String token =
                            new Tokens(context.getBean(JwtEncoder.class), issuer)
                                    .of("r1", "requester");
                    status.set(new Api(issuer).get("/v1/projects/p1", token).statusCode());
                };
        context.registerBean("askOnceOpen", SmartLifecycle.class, () -> afterThePort(ask));
    }

    private static SmartLifecycle afterThePort(Runnable action) {
        return new SmartLifecycle() {
            @Override
            public void start() {
                action.run();
            }

            @Override
            public int getPhase() {
                return WebServerApplicationContext.START_STOP_LIFECYCLE_PHASE + 1;
            }

            @Override
            public void stop() {}

            @Override
            public boolean isRunning() {
                return false;
            }
        };
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
