package io.assay.gateway.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.assay.gateway.session.WebClient;
import io.assay.gateway.support.Api;
import io.assay.gateway.support.TestGateway;
import io.assay.gateway.support.Tokens;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The stream that tells of work ends with who asked for it. */
class WorkStreamIT {

    private static final String PASSWORD = "a-good-password";

    private final Api api = TestGateway.shared().api();
    private final HttpClient browser = api.browser();
    private final String username = "n" + UUID.randomUUID().toString().substring(0, 8);
    private final List<InputStream> open = new ArrayList<>();

    @AfterEach
    void close() throws IOException {
        for (InputStream body : open) {
            body.close();
        }
        await().until(() -> TestGateway.service().listeners.get() == 0);
    }

    @Test
    void passesOnWhatIsTold() throws IOException {
        signIn();

        HttpResponse<InputStream> stream = listen();

        assertThat(stream.statusCode()).isEqualTo(200);
        assertThat(stream.headers().firstValue("Content-Type")).hasValue("text/event-stream");
        String first = new String(stream.body().readNBytes(40), StandardCharsets.UTF_8);
        assertThat(first).startsWith("event: work\ndata: {\"id\":\"p1\"}");
    }

    @Test
    void endsWithTheSession() {
        signIn();
        CompletableFuture<Integer> end = endOf(listen());

        send(request("/logout").POST(BodyPublishers.noBody()), BodyHandlers.ofString());

        assertThat(end.join()).isNotNegative();
        await().until(() -> TestGateway.service().listeners.get() == 0);
        assertThat(listen().statusCode()).isEqualTo(401);
    }

    @Test
    void endsWithANewPassword() {
        signIn();
        CompletableFuture<Integer> end = endOf(listen());

        HttpResponse<String> changed =
                send(
                        request("/v1/account/password")
                                .header("Content-Type", "application/json")
                                .POST(
                                        json(
                                                Map.of(
                                                        "current",
                                                        PASSWORD,
                                                        "password",
                                                        "another-password"))),
                        BodyHandlers.ofString());

        assertThat(changed.statusCode()).isEqualTo(204);
        assertThat(end.join()).isNotNegative();
    }

    @Test
    void boundsTheStreamsOfOneWorker() throws IOException {
        signIn();
        for (int i = 0; i < 4; i++) {
            assertThat(listen().statusCode()).isEqualTo(200);
        }

        HttpResponse<InputStream> refused = listen();

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        open.getFirst().close();
        await().until(() -> listen().statusCode() == 200);
    }

    @Test
    void isForWorkersAlone() {
        Tokens tokens = Tokens.shared();

        assertThat(api.get("/v1/stream/work", null).statusCode()).isEqualTo(401);
        assertThat(api.get("/v1/stream/work", tokens.of("r", "requester")).statusCode())
                .isEqualTo(403);
    }

    private void signIn() {
        send(
                request("/v1/accounts")
                        .header("Content-Type", "application/json")
                        .POST(json(Map.of("username", username, "password", PASSWORD))),
                BodyHandlers.ofString());
        HttpResponse<String> welcome =
                send(
                        request("/login")
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(
                                        BodyPublishers.ofString(
                                                Api.form(
                                                        Map.of(
                                                                "username",
                                                                username,
                                                                "password",
                                                                PASSWORD)))),
                        BodyHandlers.ofString());
        assertThat(welcome.statusCode()).isEqualTo(204);
    }

    private HttpResponse<InputStream> listen() {
        HttpResponse<InputStream> response =
                send(request("/v1/stream/work").GET(), BodyHandlers.ofInputStream());
        open.add(response.body());
        return response;
    }

    /** How many bytes came until there were no more. */
    private static CompletableFuture<Integer> endOf(HttpResponse<InputStream> stream) {
        assertThat(stream.statusCode()).isEqualTo(200);
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return stream.body().readAllBytes().length;
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(api.uri(path)).header(WebClient.HEADER, "1");
    }

    private <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> as) {
        return Api.send(browser, request.build(), as);
    }

    private static HttpRequest.BodyPublisher json(Map<String, String> fields) {
        return BodyPublishers.ofString(Api.JSON.writeValueAsString(fields));
    }
}
