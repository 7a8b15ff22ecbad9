package io.assay.messaging;

import io.assay.events.Event;
import java.util.List;

/** A change of an aggregate from what was read, with its events. */
public record Change<S>(Versioned<S> read, S next, List<? extends Event> events) {

    /** One that concerns no other service. */
    public Change(Versioned<S> read, S next) {
        this(read, next, List.of());
    }
}
