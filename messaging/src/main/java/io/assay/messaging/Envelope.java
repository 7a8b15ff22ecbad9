package io.assay.messaging;

import io.assay.events.Event;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event as it travels.
 *
 * @param id deterministic CloudEvents id: a repeat has the same one
 * @param sequence counts the events of one aggregate; whole-state readers refuse an older one; 0 if
 *     it has none
 * @param source the service that published it
 * @param traceparent W3C trace context; the trace id of a task's events is the task id
 */
public record Envelope(
        String id,
        long sequence,
        String source,
        Instant time,
        @Nullable String traceparent,
        Event event) {}
