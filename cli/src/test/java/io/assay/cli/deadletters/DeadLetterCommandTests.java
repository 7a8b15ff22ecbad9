package io.assay.cli.deadletters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.assay.cli.client.Http;
import io.assay.cli.client.Session;
import io.assay.cli.client.TokenSource;
import io.assay.cli.terminal.Commands;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class DeadLetterCommandTests {

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(written, true, StandardCharsets.UTF_8);
    private HttpServer gateway;
    private Http http;
    private Session ops;

    @BeforeEach
    void start() throws IOException {
        gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        gateway.createContext("/", DeadLetterCommandTests::answer);
        gateway.start();
        http =
                new Http(
                        URI.create("http://127.0.0.1:" + gateway.getAddress().getPort()),
                        Duration.ofSeconds(30));
        ops = new Session(http, () -> new TokenSource.Token("t", 3_600));
    }

    @AfterEach
    void stop() {
        http.close();
        gateway.stop(0);
    }

    @Test
    void listsThoseOfAllServices() {
        new DeadLetterCommand(out).list(ops);

        assertThat(written.toString(StandardCharsets.UTF_8))
                .contains("review-service  assay.labels.dlt-0@7")
                .contains("assay.LabelSubmitted: unreadable")
                .endsWith("1 dead letters.\n");
    }

    @Test
    void replaysOne() {
        new DeadLetterCommand(out).replay(ops, "review-service", "assay.labels.dlt-0@7");

        assertThat(written.toString(StandardCharsets.UTF_8))
                .isEqualTo("✔ put back into assay.labels\n");
    }

    @Test
    void understandsNothingElse() {
        CommandLine line = Commands.line(out, new DeadLetterCommand(out));

        assertThatNoException().isThrownBy(line::parseArgs);
        assertThatNoException().isThrownBy(() -> line.parseArgs("replay", "review-service", "x"));
        assertThat(line.execute("replay", "gateway", "x")).isEqualTo(Commands.NOT_TRIED);
        assertThat(line.execute("replay", "review-service")).isEqualTo(Commands.NOT_TRIED);
        assertThat(line.execute("purge")).isEqualTo(Commands.NOT_TRIED);
    }

    private static void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String letter =
                """
                {"id":"assay.labels.dlt-0@7","topic":"assay.labels","eventType":"assay.LabelSubmitted",\
                "error":"unreadable","recordedAt":"2026-01-01T00:00:00Z"}\
                """;
        String body =
                path.equals("/v1/ops/review-service/dead-letters")
                        ? "{\"items\":[" + letter + "]}"
                        : path.endsWith("/assay.labels.dlt-0@7/replay") ? letter : "{\"items\":[]}";
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }
}
