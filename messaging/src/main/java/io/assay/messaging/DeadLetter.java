package io.assay.messaging;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A record that could not be processed, or an event that could not be published.
 *
 * @param id position in the dead-letter topic: {@code topic-partition@offset}; of an event that
 *     could not be published {@code outbox-} and a hash
 * @param topic that it was read from, or is meant for
 * @param partition -1 of an event that could not be published
 * @param offset likewise
 * @param error why it was refused
 * @param preview the first 2,000 characters of the value, as UTF-8
 * @param replayedAt when it was last put back, null if never
 */
record DeadLetter(
        String id,
        String topic,
        int partition,
        long offset,
        @Nullable String key,
        @Nullable String eventId,
        @Nullable String eventType,
        String error,
        String preview,
        Instant recordedAt,
        @Nullable Instant replayedAt) {}
