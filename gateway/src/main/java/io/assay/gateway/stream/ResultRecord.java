package io.assay.gateway.stream;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A record of the results topic.
 *
 * @param result null for a record that holds none that we can read, or that is not wanted: it only
 *     moves the cursor
 */
record ResultRecord(int partition, long offset, @Nullable Decoded result) {

    /** A result, with its data as published, so that a field newer than us gets through. */
    record Decoded(String id, String type, Instant time, String projectId, Object data) {}

    /** Where it lies, unique within the topic. */
    String position() {
        return partition + "@" + offset;
    }
}
