package io.assay.messaging;

import io.assay.events.Ids;
import io.assay.events.Topic;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * W3C trace contexts of events. All events of one task share the trace whose id is the task id, so
 * a picture can be followed through every service without a lookup.
 */
final class TraceContext {

    private static final Pattern TASK_ID = Pattern.compile("[0-9a-f]{32}");

    private TraceContext() {}

    /** Null for events that belong to no task. */
    static @Nullable String of(String key, Topic topic, String eventId) {
        if (topic.keyed() != Topic.Keyed.BY_TASK || !TASK_ID.matcher(key).matches()) {
            return null;
        }
        String span = Ids.sha256Hex(eventId.getBytes(StandardCharsets.UTF_8)).substring(0, 16);
        return "00-" + key + "-" + span + "-01";
    }
}
