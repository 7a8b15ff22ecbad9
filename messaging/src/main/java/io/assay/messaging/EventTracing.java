package io.assay.messaging;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Records what a service does with an event as a span of the event's trace. The binder propagates
 * no trace through batches, so the envelope's context is the parent.
 */
final class EventTracing {

    /** {@code version-trace-span-flags} of W3C Trace Context, section 3.2. */
    private static final Pattern TRACEPARENT =
            Pattern.compile("[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");

    private static final double LEADING_DIGITS = Math.pow(16, 8);

    private final Tracer tracer;
    private final double probability;

    /**
     * @param probability share of traces that is recorded, the same ones in every service
     */
    EventTracing(OpenTelemetry telemetry, double probability) {
        this.tracer = telemetry.getTracer("io.assay.messaging");
        this.probability = probability;
    }

    /** Runs the work inside one span for each sampled event of the batch. */
    void around(List<Received> batch, Runnable work) {
        List<Span> spans = batch.stream().map(this::started).filter(Objects::nonNull).toList();
        try {
            work.run();
        } catch (RuntimeException e) {
            spans.forEach(span -> span.setStatus(StatusCode.ERROR).recordException(e));
            throw e;
        } finally {
            spans.forEach(Span::end);
        }
    }

    private @Nullable Span started(Received received) {
        SpanContext parent = parent(received.envelope().traceparent());
        if (!parent.isValid() || !sampled(parent.getTraceId())) {
            return null;
        }
        return tracer.spanBuilder("process " + received.event().getClass().getSimpleName())
                .setParent(Context.root().with(Span.wrap(parent)))
                .setSpanKind(SpanKind.CONSUMER)
                .setAttribute("messaging.system", "kafka")
                .setAttribute("messaging.destination.name", received.topic())
                .setAttribute("messaging.message.id", received.envelope().id())
                .startSpan();
    }

    private boolean sampled(String traceId) {
        return Long.parseLong(traceId.substring(0, 8), 16) < probability * LEADING_DIGITS;
    }

    private static SpanContext parent(@Nullable String traceparent) {
        if (traceparent == null || !TRACEPARENT.matcher(traceparent).matches()) {
            return SpanContext.getInvalid();
        }
        return SpanContext.createFromRemoteParent(
                traceparent.substring(3, 35),
                traceparent.substring(36, 52),
                TraceFlags.getSampled(),
                TraceState.getDefault());
    }
}
