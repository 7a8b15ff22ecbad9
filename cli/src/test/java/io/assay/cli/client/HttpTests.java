package io.assay.cli.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class HttpTests {

    private HttpServer server;
    private Http http;

    @BeforeEach
    void startServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
        URI base = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        http = new Http(base, Duration.ofSeconds(20));
    }

    @AfterEach
    void stopServer() {
        http.close();
        server.stop(0);
    }

    @Test
    void repeatsAPostUnderOneKeyUntilItIsAnswered() {
        List<String> keys = new CopyOnWriteArrayList<>();
        handle(
                "/things",
                exchange -> {
                    keys.add(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
                    answer(exchange, keys.size() < 3 ? 503 : 201, "{}");
                });

        Reply reply = http.send(Call.post("/things").json(List.of()));

        assertThat(reply.status()).isEqualTo(201);
        assertThat(keys).hasSize(3);
        assertThat(keys.stream().distinct()).hasSize(1).doesNotContainNull();
    }

    @Test
    void repeatsWhatBrokeOff() {
        AtomicInteger tries = new AtomicInteger();
        handle(
                "/things",
                exchange -> {
                    if (tries.incrementAndGet() == 1) {
                        exchange.close();
                    } else {
                        answer(exchange, 200, "{}");
                    }
                });

        assertThat(http.send(Call.get("/things")).status()).isEqualTo(200);
    }

    @Test
    void givesUpWhenThePatienceIsOver() {
        server.stop(0);
        try (Http hasty = new Http(http.base(), Duration.ofMillis(300))) {
            assertThatThrownBy(() -> hasty.send(Call.get("/things")))
                    .isInstanceOf(Http.Unreachable.class)
                    .hasMessageContaining("GET /things");
        }
    }

    @Test
    void saysWhatTheProblemIs() {
        handle("/things", exchange -> answer(exchange, 409, "{\"type\":\"/problems/taken\"}"));
        Session session = new Session(http, () -> new TokenSource.Token("t", 300));

        assertThatThrownBy(() -> session.get("/things", JsonNode.class))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> {
                            assertThat(problem.status()).isEqualTo(409);
                            assertThat(problem.slug()).isEqualTo("taken");
                        });
    }

    @Test
    void renewsATokenThatIsRefused() {
        AtomicInteger tokens = new AtomicInteger();
        handle(
                "/things",
                exchange -> {
                    String token = exchange.getRequestHeaders().getFirst("Authorization");
                    answer(exchange, token.equals("Bearer t2") ? 200 : 401, "{}");
                });
        Session session =
                new Session(http, () -> new TokenSource.Token("t" + tokens.incrementAndGet(), 300));

        assertThat(session.exchange(Call.get("/things")).status()).isEqualTo(200);
        assertThat(tokens).hasValue(2);
    }

    @Test
    void readsAListToItsEnd() {
        handle(
                "/things",
                exchange -> {
                    boolean first = !exchange.getRequestURI().getQuery().contains("cursor=b c");
                    answer(
                            exchange,
                            200,
                            first
                                    ? "{\"items\":[1,2],\"next\":\"b c\"}"
                                    : "{\"items\":[3],\"next\":null}");
                });
        Session session = new Session(http, () -> new TokenSource.Token("t", 300));

        assertThat(session.all("/things", Integer.class)).containsExactly(1, 2, 3);
    }

    @Test
    void goesOnWithAStreamWhereItBrokeOff() throws InterruptedException {
        List<String> queries = new CopyOnWriteArrayList<>();
        handle(
                "/v1/stream/results",
                exchange -> {
                    queries.add(exchange.getRequestURI().getQuery());
                    boolean first = queries.size() == 1;
                    answer(exchange, 200, first ? line(1) + "\n" + line(2) : line(3));
                });
        List<String> told = new CopyOnWriteArrayList<>();
        Session session = new Session(http, () -> new TokenSource.Token("t", 300));
        ResultStream stream = new ResultStream(session, "p", line -> told.add(line.id()));

        Thread following =
                Thread.ofVirtual()
                        .start(
                                () -> {
                                    try {
                                        stream.follow();
                                    } catch (java.util.concurrent.CancellationException stopped) {
                                        // told to
                                    }
                                });
        Awaitility.await().until(() -> told.size() >= 3);
        following.interrupt();
        following.join();

        assertThat(new ArrayList<>(told).subList(0, 3)).containsExactly("e1", "e2", "e3");
        assertThat(queries.get(0)).doesNotContain("from=");
        assertThat(queries.get(1)).endsWith("from=c2");
    }

    @Test
    void signsAPersonIn() {
        List<String> requests = new CopyOnWriteArrayList<>();
        handle(
                "/login",
                exchange -> {
                    requests.add(exchange.getRequestHeaders().getFirst("Assay-Session"));
                    requests.add(text(exchange));
                    exchange.getResponseHeaders().add("Set-Cookie", "A=1; Path=/; HttpOnly");
                    exchange.getResponseHeaders().add("Set-Cookie", "B=2");
                    exchange.sendResponseHeaders(204, -1);
                    exchange.close();
                });
        handle(
                "/oauth2/authorize",
                exchange -> {
                    requests.add(exchange.getRequestHeaders().getFirst("Cookie"));
                    String redirect = "http://127.0.0.1:49152/signed-in?code=c0de&state=s";
                    exchange.getResponseHeaders().add("Location", redirect);
                    answer(exchange, 302, "");
                });
        handle(
                "/oauth2/token",
                exchange -> {
                    requests.add(text(exchange));
                    answer(exchange, 200, "{\"access_token\":\"t\",\"expires_in\":3600}");
                });

        TokenSource.Token token = new PasswordLogin(http, "ann", "secret").fetch();

        assertThat(token).isEqualTo(new TokenSource.Token("t", 3_600));
        assertThat(requests.get(0)).isEqualTo("1");
        assertThat(requests.get(1)).contains("username=ann", "password=secret");
        assertThat(requests.get(2)).isEqualTo("A=1; B=2");
        assertThat(requests.get(3)).contains("code=c0de", "code_verifier=");
    }

    @Test
    void saysThatAPasswordIsWrong() {
        handle("/login", exchange -> answer(exchange, 401, "{}"));

        assertThatThrownBy(() -> new PasswordLogin(http, "ann", "wrong").fetch())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("login of ann: refused");
    }

    private static String text(HttpExchange exchange) throws IOException {
        return new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static String line(int number) {
        return "{\"cursor\":\"c%d\",\"id\":\"e%d\",\"type\":\"t\",\"data\":{}}"
                .formatted(number, number);
    }

    private void handle(String path, HttpHandler handler) {
        server.createContext(path, handler);
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
