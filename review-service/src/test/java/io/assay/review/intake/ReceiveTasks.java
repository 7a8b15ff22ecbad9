package io.assay.review.intake;

import static io.assay.review.TestEvents.NOON;

import io.assay.events.Event;
import io.assay.messaging.Envelope;
import io.assay.messaging.Received;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Tells a service of tasks without a broker. */
public final class ReceiveTasks {
    private ReceiveTasks() {}

    /** As one batch. */
    public static void receive(ReviewTasks reviewing, List<? extends Event> events) {
        List<Received> batch = new ArrayList<>();
        for (Event event : events) {
            batch.add(received(event));
        }
        reviewing.receive(batch);
    }

    /** As the first of its aggregate. */
    public static Received received(Event event) {
        Envelope envelope =
                new Envelope(UUID.randomUUID().toString(), 1, "test", NOON, null, event);
        return new Received(envelope, "test", 0, 0);
    }
}
