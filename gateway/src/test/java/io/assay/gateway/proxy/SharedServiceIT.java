package io.assay.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.assay.gateway.support.Api;
import io.assay.gateway.support.TestGateway;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Two instances of assignment-service, told by the test what to answer, and one that is not there.
 */
class SharedServiceIT {

    private static final String NO_WORK = "{\"assignments\":[]}";
    private static final String WORK = "{\"assignments\":[{\"assignmentId\":\"t.w\"}]}";

    private static final List<Share> SHARES = List.of(new Share(), new Share());
    private static TestGateway gateway;
    private static String token;

    private final Api api = gateway.api();

    @BeforeAll
    static void start() {
        String urls =
                Stream.concat(SHARES.stream().map(Share::port), Stream.of(TestGateway.freePort()))
                        .map(port -> "http://127.0.0.1:" + port)
                        .collect(Collectors.joining(","));
        gateway = TestGateway.start(Map.of("assay.gateway.services.assignment", urls));
        token = gateway.api().token("worker");
    }

    @AfterAll
    static void stop() {
        gateway.close();
        SHARES.forEach(Share::close);
    }

    @BeforeEach
    void forget() {
        SHARES.forEach(Share::forget);
    }

    @Test
    void asksAnotherInstanceWhereAShareIsEmpty() {
        SHARES.get(0).says(200, "empty", NO_WORK);
        SHARES.get(1).says(200, "", WORK);

        HttpResponse<String> response = api.post("/v1/leases", token, "{\"max\":3}");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo(WORK);
        assertThat(SHARES.get(1).requests).containsExactly("POST /v1/leases {\"max\":3}");
    }

    @Test
    void saysThatThereIsNoWorkOnlyIfNoShareHasAny() {
        SHARES.get(0).says(200, "empty", NO_WORK);
        SHARES.get(1).says(200, "empty", NO_WORK);

        HttpResponse<String> response = api.post("/v1/leases", token, "{}");

        assertThat(response.body()).isEqualTo(NO_WORK);
        assertThat(response.headers().firstValue("Assay-Share")).isEmpty();
        assertThat(requests()).hasSize(2);
    }

    @Test
    void saysThatTasksMoveRatherThanThatThereAreNone() {
        SHARES.get(0).says(503, "moving", "{\"type\":\"/problems/share-moving\"}");
        SHARES.get(1).says(200, "empty", NO_WORK);

        assertThat(api.post("/v1/leases", token, "{}").statusCode()).isEqualTo(503);

        SHARES.get(1).says(200, "", WORK);
        assertThat(api.post("/v1/leases", token, "{}").body()).isEqualTo(WORK);
    }

    @Test
    void keepsARefusalThatHoldsForAll() {
        SHARES.forEach(share -> share.says(409, "", "{\"type\":\"/problems/project-paused\"}"));

        HttpResponse<String> response = api.post("/v1/leases", token, "{}");

        assertThat(response.statusCode()).isEqualTo(409);
        assertThat(requests()).hasSize(1);
    }

    @Test
    void goesToAnotherInstanceWithWhatMayBeRepeated() {
        for (Share share : SHARES) {
            SHARES.forEach(other -> other.says(200, "", "{}"));
            share.breaksOff();

            assertThat(api.post("/v1/assignments/t.w/label", token, "{}").statusCode())
                    .isEqualTo(200);
            assertThat(api.post("/v1/labels", token, "{}").statusCode()).isEqualTo(200);
            assertThat(api.get("/v1/assignments", token).statusCode()).isEqualTo(200);
            assertThat(keyedLease().statusCode()).isEqualTo(200);
        }
    }

    @Test
    void repeatsNoLeaseThatMayHaveBeenGiven() {
        SHARES.forEach(Share::breaksOff);

        assertThat(api.post("/v1/leases", token, "{}").statusCode()).isEqualTo(502);
        assertThat(requests()).hasSize(1);
    }

    @Test
    void asksTheOnlyInstanceAgainWhereThatChangesNothing() {
        Share only = SHARES.getFirst();
        String url = "http://127.0.0.1:" + only.port();
        TestGateway lone = TestGateway.start(Map.of("assay.gateway.services.assignment", url));
        try {
            String worker = lone.api().token("worker");
            only.says(200, "", "{}");

            only.breaksOffOnce();
            assertThat(lone.api().post("/v1/assignments/t.w/label", worker, "{}").statusCode())
                    .isEqualTo(200);
            assertThat(only.requests).hasSize(2);

            only.forget();
            only.breaksOffOnce();
            assertThat(lone.api().post("/v1/leases", worker, "{}").statusCode()).isEqualTo(502);
            assertThat(only.requests).hasSize(1);
        } finally {
            lone.close();
        }
    }

    @Test
    void handsOnQueryBodyAndHeaders() {
        SHARES.forEach(share -> share.says(418, "", "[\"ü\"]"));

        HttpResponse<String> response =
                api.get("/v1/assignments?state=leased&cursor=a%2Bb", token, "Accept", "text/x");

        assertThat(response.statusCode()).isEqualTo(418);
        assertThat(response.body()).isEqualTo("[\"ü\"]");
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(requests()).containsExactly("GET /v1/assignments?state=leased&cursor=a%2Bb ");
        Share asked = SHARES.stream().filter(s -> !s.requests.isEmpty()).findFirst().orElseThrow();
        assertThat(asked.headers).contains("Accept: text/x", "Authorization: Bearer " + token);
        assertThat(asked.headers).anyMatch(header -> header.startsWith("X-request-id: "));
        assertThat(asked.headers).anyMatch(header -> header.startsWith("Traceparent: "));
    }

    @Test
    void addsUpTheSharesOfMyWork() {
        SHARES.get(0).says(200, "", "{\"items\":[{\"id\":\"p\",\"open\":2}]}");
        SHARES.get(1).says(200, "", "{\"items\":[{\"id\":\"p\",\"open\":3}]}");

        assertThat(Api.json(api.get("/v1/work", token)).at("/items/0/open").asInt()).isEqualTo(5);
    }

    @Test
    void refusesABodyThatIsTooLarge() {
        byte[] large = new byte[(1 << 20) + 1];

        HttpResponse<String> response =
                api.send(
                        api.request("/v1/assignments/t.w/label", token)
                                .POST(
                                        BodyPublishers.fromPublisher(
                                                BodyPublishers.ofByteArray(large))));

        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(requests()).isEmpty();
    }

    private HttpResponse<String> keyedLease() {
        return api.send(
                api.request("/v1/leases", token, "Idempotency-Key", "k")
                        .POST(BodyPublishers.ofString("{}")));
    }

    private static List<String> requests() {
        return SHARES.stream().flatMap(share -> share.requests.stream()).toList();
    }

    /** An instance that says what it is told to. */
    private static final class Share {

        private record Saying(int status, String share, String body) {}

        private static final Saying BREAK_OFF = new Saying(0, "", "");

        final Queue<String> requests = new ConcurrentLinkedQueue<>();
        final Queue<String> headers = new ConcurrentLinkedQueue<>();
        private final HttpServer server;
        private final AtomicBoolean breaksOffNext = new AtomicBoolean();
        private volatile Saying saying = BREAK_OFF;

        Share() {
            try {
                server =
                        HttpServer.create(
                                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/", this::answer);
            server.start();
        }

        int port() {
            return server.getAddress().getPort();
        }

        void says(int status, String share, String body) {
            saying = new Saying(status, share, body);
        }

        void breaksOff() {
            saying = BREAK_OFF;
        }

        void breaksOffOnce() {
            breaksOffNext.set(true);
        }

        void forget() {
            requests.clear();
            headers.clear();
        }

        private void answer(HttpExchange exchange) throws IOException {
            try (exchange) {
                String body =
                        new String(
                                exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                requests.add(
                        exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + body);
                exchange.getRequestHeaders()
                        .forEach(
                                (name, values) ->
                                        values.forEach(v -> headers.add(name + ": " + v)));
                if (!breaksOffNext.compareAndSet(true, false) && saying.status() != 0) {
                    say(exchange);
                }
            }
        }

        private void say(HttpExchange exchange) throws IOException {
            Saying now = saying;
            byte[] bytes = now.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            if (!now.share().isEmpty()) {
                exchange.getResponseHeaders().set("Assay-Share", now.share());
            }
            exchange.sendResponseHeaders(now.status(), bytes.length);
            exchange.getResponseBody().write(bytes);
        }

        void close() {
            server.stop(0);
        }
    }
}
