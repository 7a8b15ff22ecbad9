package io.assay.gateway.stream;

import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The two forms of the stream; the same JSON object per result in both. */
enum StreamFormat {
    /** A line per result; an empty line now and then shows that the stream lives. */
    NDJSON("application/x-ndjson", "\n"),
    /** An event per result, its id the cursor; a comment now and then. */
    SSE("text/event-stream", ": alive\n\n");

    private final String contentType;
    private final String heartbeat;

    StreamFormat(String contentType, String heartbeat) {
        this.contentType = contentType;
        this.heartbeat = heartbeat;
    }

    String contentType() {
        return contentType;
    }

    byte[] heartbeat() {
        return heartbeat.getBytes(StandardCharsets.US_ASCII);
    }

    /** NDJSON unless the client asks for events. */
    static StreamFormat accepted(@Nullable String accept) {
        return accept != null && accept.contains(SSE.contentType) ? SSE : NDJSON;
    }

    byte[] render(Line line, Function<Object, String> json) {
        String body = json.apply(line);
        String text =
                switch (this) {
                    case NDJSON -> body + "\n";
                    case SSE -> "id: " + line.cursor() + "\ndata: " + body + "\n\n";
                };
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /**
     * What a client gets per result.
     *
     * @param cursor hand it back as {@code from} to go on after this result
     * @param id of the event; the same result never comes twice
     * @param type {@code assay.TaskLabelled}, {@code assay.TaskLabelSuperseded}, …
     * @param time when it was decided, ISO 8601
     */
    record Line(String cursor, String id, String type, String time, Object data) {

        static Line of(String cursor, ResultRecord.Decoded result) {
            return new Line(
                    cursor, result.id(), result.type(), result.time().toString(), result.data());
        }
    }
}
