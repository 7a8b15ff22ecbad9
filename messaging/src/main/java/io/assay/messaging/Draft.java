package io.assay.messaging;

import io.assay.events.Event;
import java.util.List;

/** An aggregate to insert, with its events. */
public record Draft<S>(String id, S state, List<? extends Event> events) {}
