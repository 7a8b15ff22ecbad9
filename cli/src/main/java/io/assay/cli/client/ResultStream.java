package io.assay.cli.client;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A partner's live stream of results as NDJSON. Goes on after a broken connection from the last
 * cursor that it saw, so each result comes once.
 */
public final class ResultStream {

    private static final Duration RECONNECT_INTERVAL = Duration.ofMillis(500);

    private final Session session;
    private final String projectId;
    private final Consumer<Line> sink;
    private final AtomicInteger connections = new AtomicInteger();
    private @Nullable String cursor;

    public ResultStream(Session session, String projectId, Consumer<Line> sink) {
        this.session = session;
        this.projectId = projectId;
        this.sink = sink;
    }

    /**
     * One line of the stream.
     *
     * @param cursor where to go on after it
     * @param id of the event, for recognising a repeat
     */
    public record Line(String cursor, String id, String type, JsonNode data) {}

    /** How often it connected. */
    public int connections() {
        return connections.get();
    }

    /** Follows the stream for as long as the thread is not interrupted. */
    public void follow() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                tryToConnect();
                Pause.of(RECONNECT_INTERVAL);
            }
        } catch (CancellationException interrupted) {
            // interrupted
        }
    }

    private void tryToConnect() {
        try {
            connect(true);
        } catch (IOException broken) {
            // what a stream is resumable for
        }
    }

    /**
     * Reads what is there now, and returns.
     *
     * @throws IOException if the connection breaks
     */
    public void readAll() throws IOException {
        connect(false);
    }

    private void connect(boolean follow) throws IOException {
        String path =
                "/v1/stream/results?projectId=" + Call.encode(projectId) + "&follow=" + follow;
        String from = cursor == null ? "" : "&from=" + Call.encode(cursor);
        Call call = Call.get(path + from).header("Accept", "application/x-ndjson");
        HttpResponse<InputStream> response = session.stream(call);
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
            if (response.statusCode() != 200) {
                throw new IOException("stream: " + response.statusCode() + " " + lines.readLine());
            }
            connections.incrementAndGet();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank()) {
                    take(Json.read(line, Line.class));
                }
            }
        }
    }

    private void take(Line line) {
        sink.accept(line);
        cursor = line.cursor();
    }
}
