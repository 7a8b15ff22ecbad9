package io.assay.web;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks the gateway again and again which tokens were revoked. While it does not answer, what it
 * said last stays in force; before the first answer nothing is known to be revoked, and callers
 * still pass the gateway, which has the list.
 */
final class RevocationFeed implements Supplier<RevokedTokens> {

    private static final Logger log = LoggerFactory.getLogger(RevocationFeed.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    /** The gateway keeps the list far below. */
    private static final int MAX_BYTES = 8 << 20;

    /** Of its own: what a newer gateway adds is no fault, unlike in a request. */
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final URI uri;
    private final Duration every;
    private final InstantSource clock;
    private final Counter failures;
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
    private volatile RevokedTokens last = RevokedTokens.NONE;
    private volatile long answeredAt;
    private volatile boolean failing;
    private volatile @Nullable Thread thread;

    RevocationFeed(URI uri, Duration every, InstantSource clock, MeterRegistry meters) {
        this.uri = uri;
        this.every = every;
        this.clock = clock;
        this.answeredAt = clock.millis();
        this.failures = meters.counter("assay.revocations.failures");
        Gauge.builder("assay.revocations.age", this, RevocationFeed::age)
                .baseUnit("seconds")
                .register(meters);
    }

    @Override
    public RevokedTokens get() {
        return last;
    }

    void start() {
        Thread asking = Thread.ofVirtual().name("revocations").unstarted(this::untilStopped);
        thread = asking; // before it looks whether it is still the one
        asking.start();
    }

    void stop() {
        Thread running = thread;
        thread = null;
        if (running != null) {
            running.interrupt();
        }
    }

    boolean isRunning() {
        return thread != null;
    }

    private void untilStopped() {
        while (Thread.currentThread() == thread) {
            ask();
            LockSupport.parkNanos(every.toNanos());
        }
    }

    /** Asks once; what was known stays if there is no answer. */
    void ask() {
        try {
            last = answer();
            answeredAt = clock.millis();
            if (failing) {
                failing = false;
                log.info("revocations are fetched again");
            }
        } catch (IOException | JacksonException e) {
            failures.increment();
            if (!failing) {
                failing = true;
                log.atWarn()
                        .addKeyValue("uri", uri)
                        .log("revocations cannot be fetched; those known stay: {}", e.toString());
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private RevokedTokens answer() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(uri).timeout(TIMEOUT).build();
        HttpResponse<InputStream> response =
                http.send(request, HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream body = response.body()) {
            if (response.statusCode() != 200) {
                throw new IOException("status: " + response.statusCode() + " (expected: 200)");
            }
            byte[] bytes = body.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new IOException("body: over " + MAX_BYTES + " bytes");
            }
            return JSON.readValue(bytes, RevokedTokens.class);
        }
    }

    private double age() {
        return (clock.millis() - answeredAt) / 1_000.0;
    }
}
