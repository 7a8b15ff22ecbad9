package io.assay.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.gateway.support.Api;
import io.assay.gateway.support.SignIn;
import io.assay.gateway.support.TestGateway;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Strangers get no memory here, and cookies keep to TLS where there is TLS. */
class SessionIT {

    private static final String SESSION = "ASSAY_SESSION";

    private final TestGateway gateway = TestGateway.shared();
    private final Api api = gateway.api();

    @Test
    void makesNoSessionForStrangers() {
        int before = gateway.bean(Sessions.class).size();
        SignIn browser = new SignIn(api);
        String authorize = browser.authorizeUri(Map.of()).toString();

        assertNoSession(api.get("/no/such/page", null, "Accept", "text/html", "X-Long", big()));
        assertNoSession(api.get("/", null));
        assertNoSession(api.get("/login", null));
        assertNoSession(api.get("/v1/me", null));
        assertNoSession(browser.get(URI.create(authorize)));
        assertNoSession(browser.logIn("ops", "not-the-password"));
        assertNoSession(
                api.send(
                        HttpRequest.newBuilder(api.uri("/login"))
                                .POST(BodyPublishers.ofString("username=ops&password=x"))));
        assertThat(gateway.bean(Sessions.class).size()).isEqualTo(before);
    }

    @Test
    void goesOnWhereTheSignInBegan() {
        SignIn browser = new SignIn(api);
        URI authorize = browser.authorizeUri(Map.of("state", "with space&more"));
        browser.get(authorize);

        HttpResponse<String> welcome = browser.logIn("ops", TestGateway.OPS_PASSWORD);

        assertThat(browser.location(welcome)).isEqualTo(authorize);
        assertThat(cookies(welcome)).anyMatch(cookie -> cookie.startsWith(SESSION));
    }

    /** Only to where a sign-in can begin, whatever the cookie says. */
    @Test
    void goesNowhereElse() {
        SignIn browser = new SignIn(api);
        browser.get(api.uri("/assets/site.css?redirect=https://evil.example"));

        HttpResponse<String> welcome = browser.logIn("ops", TestGateway.OPS_PASSWORD);

        assertThat(browser.location(welcome)).isEqualTo(api.uri("/"));
    }

    @Test
    void believesNobodyAboutTls() {
        HttpResponse<String> form = api.get("/login", null, "X-Forwarded-Proto", "https");

        assertThat(cookies(form)).isNotEmpty().noneMatch(cookie -> cookie.contains("Secure"));
    }

    @Test
    void believesATrustedProxy() {
        try (TestGateway own =
                TestGateway.start(Map.of("assay.gateway.trusted-proxies", "127.0.0.0/8,::1"))) {
            Api there = own.api();
            HttpResponse<String> form = there.get("/login", null, "X-Forwarded-Proto", "https");

            assertThat(cookies(form)).isNotEmpty().allMatch(cookie -> cookie.contains("Secure"));
            assertThat(cookies(there.get("/login", null)))
                    .isNotEmpty()
                    .noneMatch(cookie -> cookie.contains("Secure"));
        }
    }

    @Test
    void countsWhomATrustedProxyNames() {
        try (TestGateway own =
                TestGateway.start(
                        Map.of(
                                "assay.gateway.trusted-proxies", "127.0.0.1,::1",
                                "assay.gateway.limits.address.burst", "3",
                                "assay.gateway.limits.address.per-minute", "1"))) {
            Api there = own.api();
            for (int i = 0; i < 3; i++) {
                assertThat(from(there, "203.0.113.7")).isEqualTo(200);
            }

            assertThat(from(there, "203.0.113.7")).isEqualTo(429);
            assertThat(from(there, "203.0.113.8, 203.0.113.7")).isEqualTo(429);
            assertThat(from(there, "203.0.113.9")).isEqualTo(200);
        }
    }

    @Test
    void keepsCookiesToTlsWhereClientsComeByIt() {
        try (TestGateway own =
                TestGateway.start(Map.of("assay.gateway.public-url", "https://assay.example"))) {
            assertThat(cookies(own.api().get("/login", null)))
                    .isNotEmpty()
                    .allMatch(cookie -> cookie.contains("Secure"));
        }
    }

    private static int from(Api api, String address) {
        return api.get("/health", null, "X-Forwarded-For", address).statusCode();
    }

    private static void assertNoSession(HttpResponse<String> response) {
        assertThat(cookies(response)).noneMatch(cookie -> cookie.startsWith(SESSION));
    }

    private static List<String> cookies(HttpResponse<String> response) {
        return response.headers().allValues("Set-Cookie");
    }

    private static String big() {
        return "x".repeat(8_000);
    }
}
