package io.assay.gateway.stream;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashMap;
import java.util.Map;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;

/** Bounds how many streams are open, and ends them all when the gateway stops. */
class StreamSlots {

    private final int most;
    private final int perPrincipal;
    private final Map<String, Integer> open = new HashMap<>();
    private int total;
    private volatile boolean closing;

    /**
     * @param gauge name of the metric of how many are open
     * @param most of all principals together
     */
    StreamSlots(String gauge, int most, int perPrincipal, MeterRegistry metrics) {
        this.most = most;
        this.perPrincipal = perPrincipal;
        Gauge.builder(gauge, this, StreamSlots::total).register(metrics);
    }

    /** Whether the principal got one; if so, it must be given back. */
    synchronized boolean take(String principal) {
        int own = open.getOrDefault(principal, 0);
        if (own >= perPrincipal || total() >= most) {
            return false;
        }
        open.put(principal, own + 1);
        total++;
        return true;
    }

    synchronized void giveBack(String principal) {
        open.computeIfPresent(principal, (_, count) -> count == 1 ? null : count - 1);
        total--;
    }

    boolean closing() {
        return closing;
    }

    @EventListener(ContextClosedEvent.class)
    void close() {
        closing = true;
    }

    private synchronized int total() {
        return total;
    }
}
