package io.assay.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.assay.gateway.support.Api;
import io.assay.gateway.support.FakeService;
import io.assay.gateway.support.TestGateway;
import io.assay.gateway.support.Tokens;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Requests on their way to a service that is a fake, and to one that is not there. */
class ProxyIT {

    private static final int MEGABYTE = 1 << 20;

    private final Api api = TestGateway.shared().api();
    private final FakeService service = TestGateway.service();
    private final String token = Tokens.shared().of("r1", "requester", "finance");

    @BeforeEach
    void reset() {
        service.received.set(0);
        service.gate = new CountDownLatch(0);
    }

    @Test
    void handsOnTokenQueryAndRequestId() {
        HttpResponse<String> response =
                api.get(
                        "/v1/projects/p%201?cursor=a%2Bb%3D&limit=3",
                        token, "X-Request-Id", "req-7", "X-Forwarded-For", "10.0.0.1");

        JsonNode echo = Api.json(response);
        assertThat(echo.path("uri").asString())
                .isEqualTo("/v1/projects/p%201?cursor=a%2Bb%3D&limit=3");
        assertThat(echo.path("authorization").asString()).isEqualTo("Bearer " + token);
        assertThat(echo.path("requestId").asString()).isEqualTo("req-7");
        assertThat(echo.path("forwarded").asString()).isEqualTo("null");
        assertThat(response.headers().firstValue("X-Request-Id")).hasValue("req-7");
    }

    @Test
    void makesARequestIdWhereNoneIsSane() {
        HttpResponse<String> response = api.get("/v1/projects", token, "X-Request-Id", "two words");

        String id = response.headers().firstValue("X-Request-Id").orElseThrow();
        assertThat(id).hasSize(36);
        assertThat(Api.json(response).path("requestId").asString()).isEqualTo(id);
    }

    @Test
    void streamsAnImportWithoutHoldingIt() throws Exception {
        streams("/v1/projects/p1/imports", "application/x-ndjson");
    }

    @Test
    void streamsAnArchiveWithoutHoldingIt() throws Exception {
        streams("/v1/pictures/uploads", "application/zip");
    }

    /** What is in the parts is the service's matter: they are neither read nor held here. */
    @Test
    void streamsFilesInPartsWithoutHoldingThem() throws Exception {
        streams("/v1/pictures/uploads", "multipart/form-data; boundary=parts");
    }

    /** It would end before the connection to the service is ready for it. */
    @Test
    void handsOnABodyOfUnknownLengthThatIsEmpty() {
        for (int i = 0; i < 50; i++) {
            HttpResponse<String> response =
                    api.send(
                            api.request(
                                            "/v1/projects/p1/imports",
                                            token,
                                            "Content-Type",
                                            "application/x-ndjson")
                                    .POST(
                                            BodyPublishers.ofInputStream(
                                                    InputStream::nullInputStream)));

            assertThat(response.statusCode()).as(response.body()).isEqualTo(202);
        }
        assertThat(service.received).hasValue(0);
    }

    @Test
    void handsOnABodyOfOneByte() {
        HttpResponse<String> response =
                api.send(
                        api.request(
                                        "/v1/projects/p1/imports",
                                        token,
                                        "Content-Type",
                                        "application/x-ndjson")
                                .POST(
                                        BodyPublishers.ofInputStream(
                                                () -> new ByteArrayInputStream(new byte[] {7}))));

        assertThat(response.statusCode()).isEqualTo(202);
        assertThat(service.received).hasValue(1);
    }

    private void streams(String path, String contentType) throws Exception {
        PipedOutputStream rows = new PipedOutputStream();
        PipedInputStream body = new PipedInputStream(rows, MEGABYTE);
        CompletableFuture<HttpResponse<String>> response =
                CompletableFuture.supplyAsync(
                        () ->
                                api.send(
                                        api.request(path, token, "Content-Type", contentType)
                                                .POST(BodyPublishers.ofInputStream(() -> body))));

        write(rows, 4);
        await().until(() -> service.received.get() > 2 * MEGABYTE);
        assertThat(response).isNotDone();
        write(rows, 28);
        rows.close();

        assertThat(response.join().statusCode()).isEqualTo(202);
        assertThat(service.received).hasValue(32L * MEGABYTE);
    }

    /**
     * A picture's own policy is stricter than that of the gateway's pages, and it may be cached.
     */
    @Test
    void leavesAPicturesHeadersAsTheyAre() {
        HttpResponse<String> response =
                api.get("/v1/pictures/abc?size=web", null, "Range", "bytes=0-1");

        assertThat(response.headers().allValues("Content-Security-Policy"))
                .containsExactly("default-src 'none'; sandbox");
        assertThat(response.headers().allValues("Cache-Control"))
                .containsExactly("max-age=31536000, private, immutable");
        assertThat(response.headers().firstValue("ETag")).hasValue("\"abc\"");
        assertThat(response.headers().firstValue("X-Range")).hasValue("bytes=0-1");
    }

    @Test
    void streamsAnExportWithoutHoldingIt() throws IOException {
        service.gate = new CountDownLatch(1);

        HttpResponse<InputStream> response =
                api.send(
                        api.request("/v1/projects/p1/results", token).GET(),
                        BodyHandlers.ofInputStream());

        assertThat(response.body().readNBytes(32 * 1024)).hasSize(32 * 1024);
        service.gate.countDown();
        assertThat(response.body().readAllBytes()).hasSize(128 * 1024 - 32 * 1024);
    }

    @Test
    void breaksOffWhereTheServiceDoes() throws IOException {
        HttpResponse<InputStream> response =
                api.send(
                        api.request("/v1/reviews/late", Tokens.shared().of("v1", "reviewer")).GET(),
                        BodyHandlers.ofInputStream());

        assertThat(response.statusCode()).isEqualTo(200);
        assertThatThrownBy(() -> response.body().readAllBytes()).isInstanceOf(IOException.class);
    }

    @Test
    void tellsThatAServiceBrokeOffBeforeAnythingIsTold() {
        HttpResponse<String> response =
                api.get("/v1/reviews", Tokens.shared().of("v1", "reviewer"));

        assertThat(response.statusCode()).isEqualTo(502);
        assertThat(response.headers().firstValue("X-Request-Id")).isPresent();
        assertThat(Api.json(response).path("type").asString())
                .isEqualTo("/problems/service-failure");
    }

    @Test
    void tellsThatAServiceIsDown() {
        HttpResponse<String> response = api.get("/v1/ledger/accounts", token);

        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.headers().firstValue("Retry-After")).hasValue("1");
        assertThat(response.headers().firstValue("Content-Type"))
                .hasValue("application/problem+json");
        assertThat(Api.json(response).path("type").asString())
                .isEqualTo("/problems/service-unavailable");
        assertThat(response.body()).contains("payment-service");
    }

    @Test
    void repeatsAReadOnce() {
        assertThat(api.get("/v1/projects/breaks-once", token).statusCode()).isEqualTo(200);

        HttpResponse<String> response = api.get("/v1/tasks/breaks", token);
        assertThat(response.statusCode()).isEqualTo(502);
        assertThat(service.callsOf("/v1/tasks/breaks")).isGreaterThanOrEqualTo(2);
    }

    @Test
    void repeatsNoWrite() {
        HttpResponse<String> response = api.post("/v1/projects/w/breaks", token, "{}");

        assertThat(response.statusCode()).isEqualTo(502);
        assertThat(service.callsOf("/v1/projects/w/breaks")).isEqualTo(1);
    }

    @Test
    void refusesABodyThatIsTooLarge() {
        byte[] large = new byte[MEGABYTE + 1];

        HttpResponse<String> declared =
                api.send(
                        api.request("/v1/projects", token).POST(BodyPublishers.ofByteArray(large)));
        HttpResponse<String> chunked =
                api.send(
                        api.request("/v1/projects", token)
                                .POST(
                                        BodyPublishers.fromPublisher(
                                                BodyPublishers.ofByteArray(large))));
        HttpResponse<String> own =
                api.send(
                        api.request("/v1/accounts", null, "Content-Type", "application/json")
                                .POST(
                                        BodyPublishers.fromPublisher(
                                                BodyPublishers.ofString(
                                                        "\"" + "x".repeat(MEGABYTE) + "\""))));

        assertThat(declared.statusCode()).isEqualTo(413);
        assertThat(chunked.statusCode()).isEqualTo(413);
        assertThat(own.statusCode()).isEqualTo(413);
        assertThat(chunked.body()).contains("/problems/body-too-large");
    }

    private static void write(PipedOutputStream rows, int megabytes) throws IOException {
        for (int i = 0; i < megabytes; i++) {
            rows.write(new byte[MEGABYTE]);
        }
        rows.flush();
    }
}
