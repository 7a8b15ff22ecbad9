package io.assay.gateway.support;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** Stands behind the gateway in place of a service. */
public final class FakeService implements AutoCloseable {

    private final HttpServer server;
    private final Map<String, AtomicInteger> calls = new ConcurrentHashMap<>();

    /** Bytes of the import under way that have arrived. */
    public final AtomicLong received = new AtomicLong();

    /** Streams of notices that are open. */
    public final AtomicInteger listeners = new AtomicInteger();

    /** Lets the second half of an export go. */
    public volatile CountDownLatch gate = new CountDownLatch(0);

    public FakeService() {
        this(0);
    }

    public FakeService(int port) {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + port());
    }

    public int callsOf(String path) {
        return calls.getOrDefault(path, new AtomicInteger()).get();
    }

    private void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        int call = calls.computeIfAbsent(path, _ -> new AtomicInteger()).incrementAndGet();
        try (exchange) {
            if (path.endsWith("/imports") || path.endsWith("/uploads")) {
                count(exchange);
            } else if (path.startsWith("/v1/pictures/")) {
                picture(exchange);
            } else if (path.endsWith("/results")) {
                export(exchange);
            } else if (path.equals("/v1/stream/work")) {
                notices(exchange);
            } else if (path.endsWith("/breaks-once") && call == 1) {
                exchange.close();
            } else if (path.endsWith("/breaks")) {
                exchange.close();
            } else if (path.equals("/v3/api-docs")) {
                answer(exchange, 200, API);
            } else {
                echo(exchange);
            }
        }
    }

    private void count(HttpExchange exchange) throws IOException {
        byte[] buffer = new byte[64 * 1024];
        try (InputStream body = exchange.getRequestBody()) {
            for (int got = body.read(buffer); got >= 0; got = body.read(buffer)) {
                received.addAndGet(got);
            }
        }
        answer(exchange, 202, "{\"bytes\":" + received.get() + "}");
    }

    private static void picture(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Security-Policy", "default-src 'none'; sandbox");
        exchange.getResponseHeaders().set("Cache-Control", "max-age=31536000, private, immutable");
        exchange.getResponseHeaders().set("ETag", "\"abc\"");
        exchange.getResponseHeaders()
                .set("X-Range", String.valueOf(exchange.getRequestHeaders().getFirst("Range")));
        answer(exchange, 200, "{}");
    }

    private void export(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/x-ndjson");
        exchange.sendResponseHeaders(200, 0);
        OutputStream body = exchange.getResponseBody();
        byte[] half = "x".repeat(64 * 1024 - 1).concat("\n").getBytes(StandardCharsets.UTF_8);
        body.write(half);
        body.flush();
        try {
            gate.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        body.write(half);
        body.close();
    }

    /** Without an end, until nobody listens. */
    private void notices(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        listeners.incrementAndGet();
        try (OutputStream body = exchange.getResponseBody()) {
            body.write("event: work\ndata: {\"id\":\"p1\"}\n\n".getBytes(StandardCharsets.UTF_8));
            while (!Thread.interrupted()) {
                body.write(": alive\n\n".getBytes(StandardCharsets.UTF_8));
                body.flush();
                LockSupport.parkNanos(50_000_000);
            }
        } finally {
            listeners.decrementAndGet();
        }
    }

    private static void echo(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        String authorization = exchange.getRequestHeaders().getFirst("Authorization");
        String requestId = exchange.getRequestHeaders().getFirst("X-Request-Id");
        String forwarded = exchange.getRequestHeaders().getFirst("X-Forwarded-For");
        answer(
                exchange,
                200,
                """
                {"method":"%s","uri":"%s","authorization":"%s","requestId":"%s","forwarded":"%s","cookie":"%s"}\
                """
                        .formatted(
                                exchange.getRequestMethod(),
                                exchange.getRequestURI(),
                                authorization,
                                requestId,
                                forwarded,
                                exchange.getRequestHeaders().getFirst("Cookie")));
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    private static final String API =
            """
            {"openapi":"3.1.0","paths":{"/v1/projects":{"get":{"operationId":"list",
            "responses":{"200":{"description":"ok","content":{"application/json":{"schema":
            {"$ref":"#/components/schemas/View"}}}}}}}},
            "components":{"schemas":{"View":{"type":"object","properties":{"projects":{"type":"integer"}}}}}}
            """;

    @Override
    public void close() {
        server.stop(0);
    }
}
