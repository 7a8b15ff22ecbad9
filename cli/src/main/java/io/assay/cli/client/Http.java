package io.assay.cli.client;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Requests to one gateway. What may pass by itself (no connection, a connection that breaks, 429,
 * 502, 503, 504) is sent again until the timeout is over: every POST carries an Idempotency-Key, so
 * that a repeat changes nothing twice.
 */
public final class Http implements AutoCloseable {

    private static final Set<Integer> PASSING = Set.of(429, 502, 503, 504);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration MAX_PAUSE = Duration.ofSeconds(2);
    private static final Duration ONE_TRY = Duration.ofSeconds(30);

    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(5))
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();
    private final URI base;
    private final Duration timeout;
    private final AtomicLong retries = new AtomicLong();

    /**
     * @param base of the gateway, such as {@code http://localhost:8080}
     * @param timeout how long to send a request again before its failure counts
     */
    public Http(URI base, Duration timeout) {
        this.base = base;
        this.timeout = timeout;
    }

    public URI base() {
        return base;
    }

    /** How many requests were sent again so far. */
    public long retries() {
        return retries.get();
    }

    /**
     * The answer of whatever status that a repeat would not change.
     *
     * @throws Unreachable if none came in time
     */
    public Reply send(Call call) {
        Call repeatable = repeatable(call);
        long deadline = System.nanoTime() + timeout.toNanos();
        Duration pause = FIRST_PAUSE;
        while (true) {
            Reply reply = null;
            IOException broken = null;
            try {
                reply = once(repeatable);
                if (!PASSING.contains(reply.status())) {
                    return reply;
                }
            } catch (IOException e) {
                broken = e;
            }
            if (System.nanoTime() + pause.toNanos() > deadline) {
                return gaveUp(repeatable, reply, broken);
            }
            retries.incrementAndGet();
            Pause.of(jittered(pause));
            pause = longer(pause);
        }
    }

    /**
     * One try, whatever comes back.
     *
     * @throws IOException if no answer came
     */
    public Reply once(Call call) throws IOException {
        HttpResponse<byte[]> response =
                send(
                        request(call).timeout(ONE_TRY).build(),
                        HttpResponse.BodyHandlers.ofByteArray());
        return new Reply(response.statusCode(), response.headers(), response.body());
    }

    /**
     * One try that sends what the stream holds, for however long it takes.
     *
     * @throws IOException if no answer came
     */
    Reply upload(Call call, InputStream body) throws IOException {
        HttpRequest request =
                request(call)
                        .method(call.method(), HttpRequest.BodyPublishers.ofInputStream(() -> body))
                        .build();
        HttpResponse<byte[]> response = send(request, HttpResponse.BodyHandlers.ofByteArray());
        return new Reply(response.statusCode(), response.headers(), response.body());
    }

    /**
     * One try for an answer without an end; the caller closes its body.
     *
     * @throws IOException if no answer came
     */
    HttpResponse<InputStream> stream(Call call) throws IOException {
        return send(request(call).build(), HttpResponse.BodyHandlers.ofInputStream());
    }

    @Override
    public void close() {
        client.shutdownNow();
    }

    private <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler)
            throws IOException {
        try {
            return client.send(request, handler);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw cancelled(e);
        }
    }

    private HttpRequest.Builder request(Call call) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(base.resolve(call.path()))
                        .method(
                                call.method(),
                                call.body().length == 0
                                        ? HttpRequest.BodyPublishers.noBody()
                                        : HttpRequest.BodyPublishers.ofByteArray(call.body()));
        call.headers().forEach(request::setHeader);
        return request;
    }

    private static Call repeatable(Call call) {
        return call.method().equals("POST") && !call.has("Idempotency-Key")
                ? call.header("Idempotency-Key", UUID.randomUUID().toString())
                : call;
    }

    private static Reply gaveUp(Call call, @Nullable Reply reply, @Nullable IOException broken) {
        return Optional.ofNullable(reply).orElseThrow(() -> new Unreachable(call, broken));
    }

    private static Duration jittered(Duration pause) {
        return pause.plusMillis(ThreadLocalRandom.current().nextLong(pause.toMillis()));
    }

    private static Duration longer(Duration pause) {
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(MAX_PAUSE) < 0 ? twice : MAX_PAUSE;
    }

    private static CancellationException cancelled(InterruptedException cause) {
        CancellationException cancelled = new CancellationException("interrupted");
        cancelled.initCause(cause);
        return cancelled;
    }

    /** No answer came within the timeout. */
    public static final class Unreachable extends RuntimeException {

        Unreachable(Call call, @Nullable IOException cause) {
            super(call.method() + " " + call.path() + ": no answer", cause);
        }
    }
}
