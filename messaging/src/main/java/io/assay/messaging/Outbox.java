package io.assay.messaging;

import java.time.Instant;
import java.util.List;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

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

    /**
     * @param projectId published in a header; null where they do not choose by it
     */
    record Entry(
            String id,
            long sequence,
            String type,
            String key,
            @Nullable String projectId,
            Binary body,
            Instant at) {}
}
