package io.assay.cli.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.assay.cli.client.Http;
import io.assay.cli.client.ProblemException;
import io.assay.cli.client.Session;
import io.assay.cli.client.TokenSource;
import io.assay.cli.importing.Imports.Job;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a service that takes some bytes of each part, then breaks off. */
class ImportRunTests {

    private static final String CONTENT = "0123456789";

    @TempDir Path directory;

    private final List<String> parts = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private Http http;
    private volatile int taken;
    private volatile int takenOfEach = 4;
    private volatile String refusal = "";

    @BeforeEach
    void startServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        URI base = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        http = new Http(base, Duration.ofSeconds(5));
    }

    @AfterEach
    void stopServer() {
        http.close();
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        if (exchange.getRequestMethod().equals("PUT")) {
            String part = new String(body, StandardCharsets.UTF_8);
            parts.add(exchange.getRequestURI().getQuery() + " " + part);
            taken = Math.min(CONTENT.length(), taken + takenOfEach);
            if (!refusal.isEmpty()) {
                send(exchange, 422, "{\"type\":\"/problems/" + refusal + "\"}");
            } else if (taken < CONTENT.length()) {
                exchange.close();
                return;
            }
        }
        send(exchange, 200, job());
    }

    private String job() {
        return "{\"id\":\"i\",\"status\":\"%s\",\"nextOffset\":%d}"
                .formatted(taken < CONTENT.length() ? "open" : "done", taken);
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private ImportRun run(Duration timeout) throws IOException {
        Path file = Files.writeString(directory.resolve("rows.csv"), CONTENT);
        Session session = new Session(http, () -> new TokenSource.Token("token", 300));
        Imports imports = new Imports(session, "p");
        return new ImportRun(imports, RowsFile.of(file, null), imports.get("i"), timeout);
    }

    @Test
    void goesOnWhereItBroke() throws Exception {
        ImportRun run = run(Duration.ofSeconds(30));

        Job over = run.toTheEnd();

        assertThat(over.status()).isEqualTo("done");
        assertThat(run.breaks()).isEqualTo(2);
        assertThat(parts)
                .containsExactly(
                        "last=true&offset=0 0123456789",
                        "last=true&offset=4 456789",
                        "last=true&offset=8 89");
    }

    @Test
    void givesUpWhenNothingMoves() throws IOException {
        takenOfEach = 0;
        ImportRun run = run(Duration.ofMillis(1));

        assertThatExceptionOfType(TimeoutException.class).isThrownBy(run::toTheEnd);
    }

    @Test
    void aRefusalThatDoesNotPassIsTold() throws IOException {
        takenOfEach = 0;
        refusal = "unknown-format";
        ImportRun run = run(Duration.ofSeconds(30));

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(run::toTheEnd)
                .withMessageContaining("unknown-format");
    }
}
