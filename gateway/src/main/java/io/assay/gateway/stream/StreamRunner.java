package io.assay.gateway.stream;

import io.assay.gateway.access.Caller;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Runs a stream while its request waits. The Kafka consumer blocks in a selector, which would hold
 * a carrier of the virtual threads, so it gets a platform thread; the slots bound how many.
 */
@Component
class StreamRunner {

    private static final Logger log = LoggerFactory.getLogger(StreamRunner.class);

    private final ResultReaders readers;
    private final Occurrences occurrences;
    private final StreamSlots slots;
    private final StreamProperties properties;
    private final Clock clock;
    private final JsonMapper json;
    private final MeterRegistry metrics;

    /**
     * What a client asked for.
     *
     * @param revoked whether the token with which it asked no longer counts
     */
    record Order(
            Caller caller,
            Cursor from,
            CursorText cursors,
            Entitlement entitlement,
            StreamFormat format,
            BooleanSupplier revoked,
            boolean follow) {}

    StreamRunner(
            ResultReaders readers,
            Occurrences occurrences,
            StreamSlots slots,
            StreamProperties properties,
            Clock clock,
            JsonMapper json,
            MeterRegistry metrics) {
        this.readers = readers;
        this.occurrences = occurrences;
        this.slots = slots;
        this.properties = properties;
        this.clock = clock;
        this.json = json;
        this.metrics = metrics;
    }

    /** Returns when the stream has ended; fails before the first byte, or breaks off. */
    void run(Order order, HttpServletResponse response) {
        FutureTask<Void> task =
                new FutureTask<>(
                        () -> {
                            stream(order, response);
                            return null;
                        });
        Thread thread = Thread.ofPlatform().daemon().name("result-stream").start(task);
        try {
            task.get();
        } catch (ExecutionException e) {
            throw failure(e.getCause(), response);
        } catch (InterruptedException e) {
            thread.interrupt();
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Once lines were written, only a broken connection shows the client that there is more: so the
     * failure must be one that no handler turns into a tidy end.
     */
    private RuntimeException failure(@Nullable Throwable cause, HttpServletResponse response) {
        if (!response.isCommitted() && cause instanceof RuntimeException refusal) {
            return refusal;
        }
        if (cause instanceof SlowReader) {
            metrics.counter("assay.gateway.stream.slow").increment();
            log.info("a stream is ended: {}", cause.getMessage());
        } else {
            log.warn("a stream broke off", cause);
        }
        return new IllegalStateException("the stream broke off");
    }

    private void stream(Order order, HttpServletResponse response) {
        try (ResultReader reader = readers.open(order.from())) {
            response.setContentType(order.format().contentType());
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            response.setHeader("X-Accel-Buffering", "no");
            response.flushBuffer();
            ResponseSink sink =
                    new ResponseSink(
                            response.getOutputStream(),
                            order.format(),
                            order.cursors(),
                            json,
                            new Pace(properties.leastPerSecond(), properties.patience()),
                            System::nanoTime,
                            metrics);
            ResultStream stream =
                    new ResultStream(
                            reader,
                            occurrences,
                            order.entitlement(),
                            sink,
                            properties.heartbeat(),
                            clock);
            if (order.follow()) {
                stream.follow(() -> wanted(order));
            } else {
                stream.drain(() -> !order.revoked().getAsBoolean());
            }
        } catch (IOException e) {
            log.debug("a client left", e);
        }
    }

    private boolean wanted(Order order) {
        Instant expiry = order.caller().expiresAt();
        return !slots.closing()
                && !order.revoked().getAsBoolean()
                && (expiry == null || clock.instant().isBefore(expiry));
    }
}
