package io.assay.gateway.stream;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashMap;
import java.util.Map;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Bounds how many streams are open, and ends them all when the gateway stops. */
@Component
class StreamSlots {

    private final StreamProperties bounds;
    private final Map<String, Integer> open = new HashMap<>();
    private volatile boolean closing;

    StreamSlots(StreamProperties bounds, MeterRegistry metrics) {
        this.bounds = bounds;
        Gauge.builder("assay.streams.open", this, StreamSlots::total).register(metrics);
    }

    /** Whether the principal got one; if so, it must be given back. */
    synchronized boolean take(String principal) {
        int own = open.getOrDefault(principal, 0);
        if (own >= bounds.perPrincipal() || total() >= bounds.total()) {
            return false;
        }
        open.put(principal, own + 1);
        return true;
    }

    synchronized void giveBack(String principal) {
        open.computeIfPresent(principal, (_, count) -> count == 1 ? null : count - 1);
    }

    boolean closing() {
        return closing;
    }

    @EventListener(ContextClosedEvent.class)
    void close() {
        closing = true;
    }

    private synchronized int total() {
        return open.values().stream().mapToInt(Integer::intValue).sum();
    }
}
