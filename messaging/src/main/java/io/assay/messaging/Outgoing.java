package io.assay.messaging;

import io.assay.events.Event;
import org.jspecify.annotations.Nullable;

/**
 * An event to publish; topic and key follow from it.
 *
 * @param id deterministic: whoever derives it again from the same facts gets the same id
 * @param sequence 0 where the event carries no whole state
 * @param traceparent null to derive it from the task
 */
public record Outgoing(String id, long sequence, Event event, @Nullable String traceparent) {

    public static Outgoing of(String id, Event event) {
        return new Outgoing(id, 0, event, null);
    }
}
