package io.assay.messaging;

import java.time.Instant;
import java.util.List;
import org.bson.types.Binary;

/**
 * The unpublished events of one aggregate, in order.
 *
 * @param count of all events the aggregate ever had: the sequence of the newest
 */
record Outbox(long count, List<Entry> entries) {

    static final Outbox EMPTY = new Outbox(0, List.of());

    /** Of its events. */
    long bytes() {
        return entries.stream().mapToLong(entry -> entry.body().length()).sum();
    }

    record Entry(String id, long sequence, String type, String key, Binary body, Instant at) {}
}
