package io.assay.system.load;

import io.assay.system.client.Json;
import io.assay.system.client.Session;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One worker with a connection of its own, for one thread. */
public final class LoadWorker implements AutoCloseable {

    private static final byte[] NOTHING = {};

    private final String id;
    private final Session session;
    private final Wire wire;

    LoadWorker(String id, Session session, URI gateway) {
        this.id = id;
        this.session = session;
        this.wire = new Wire(gateway);
    }

    /** A picture that the worker holds. */
    public record Held(String assignmentId, Shown media) {

        /** The task: an assignment's id is {@code task.worker}. */
        public String taskId() {
            return assignmentId.substring(0, assignmentId.indexOf('.'));
        }
    }

    /** Where the picture is. */
    public record Shown(String url) {}

    /**
     * What the gateway said.
     *
     * @param nanos from the first byte sent to the last byte read
     * @param problem what it said instead, if it refused
     */
    public record Answered(int status, long nanos, String problem) {

        public boolean isSuccess() {
            return status / 100 == 2;
        }
    }

    /** As {@link Answered}, with what was given. */
    public record Leased(Answered answered, List<Held> assignments) {}

    /** As {@link Answered}, with how many labels were taken and what is to be done next. */
    public record Batch(Answered answered, int taken, List<Held> next, String refusal) {}

    private record Assignments(List<Held> assignments) {}

    private record BatchReply(List<ItemReply> labels, @Nullable Assignments next) {}

    private record ItemReply(String assignmentId, @Nullable Object problem) {}

    public String id() {
        return id;
    }

    public Session session() {
        return session;
    }

    /** Up to so many pictures of a project. */
    public Leased lease(String projectId, int max) throws IOException {
        byte[] body = Json.bytes(Map.of("projectId", projectId, "max", max));
        String key = "Idempotency-Key: " + UUID.randomUUID() + "\r\n";
        long start = System.nanoTime();
        WireReply reply = send("POST", "/v1/leases", key, body);
        Answered answered = answered(start, reply);
        return new Leased(
                answered,
                reply.isSuccess()
                        ? Json.read(reply.body(), Assignments.class).assignments()
                        : List.of());
    }

    /** One label. */
    public Answered label(String assignmentId, byte[] labelling) throws IOException {
        long start = System.nanoTime();
        String path = "/v1/assignments/" + assignmentId + "/label";
        return answered(start, send("POST", path, "", labelling));
    }

    /**
     * Many labels in one request, and the next batch with them.
     *
     * @param answers by assignment, each a JSON object
     */
    public Batch labels(Map<String, String> answers, String projectId, int max) throws IOException {
        byte[] body = batch(answers, projectId, max).getBytes(StandardCharsets.UTF_8);
        long start = System.nanoTime();
        WireReply reply = send("POST", "/v1/labels", "", body);
        Answered answered = answered(start, reply);
        if (!reply.isSuccess()) {
            return new Batch(answered, 0, List.of(), "");
        }
        BatchReply read = Json.read(reply.body(), BatchReply.class);
        int refused = (int) read.labels().stream().filter(item -> item.problem() != null).count();
        String refusal =
                read.labels().stream()
                        .filter(item -> item.problem() != null)
                        .map(item -> String.valueOf(item.problem()))
                        .findFirst()
                        .orElse("");
        Assignments next = read.next();
        return new Batch(
                answered,
                read.labels().size() - refused,
                next == null ? List.of() : next.assignments(),
                refusal);
    }

    private static String batch(Map<String, String> answers, String projectId, int max) {
        String labels =
                answers.entrySet().stream()
                        .map(
                                label ->
                                        "{\"assignmentId\":\"%s\",\"answer\":%s}"
                                                .formatted(label.getKey(), label.getValue()))
                        .collect(Collectors.joining(","));
        return "{\"labels\":[%s],\"next\":{\"projectId\":\"%s\",\"max\":%d}}"
                .formatted(labels, projectId, max);
    }

    /**
     * The emptiest request that an authenticated caller can send through the gateway to a service:
     * an address that the service has nothing at. Both check the token, nothing else happens.
     */
    public Answered nothing() throws IOException {
        long start = System.nanoTime();
        return answered(start, send("GET", "/v1/leases/nothing/here", "", NOTHING));
    }

    /** Whatever else. */
    public String get(String path) throws IOException {
        return send("GET", path, "", NOTHING).text();
    }

    private WireReply send(String method, String path, String headers, byte[] body)
            throws IOException {
        String all =
                headers
                        + "Authorization: Bearer "
                        + session.token()
                        + "\r\nContent-Type: application/json\r\n";
        return wire.exchange(method, path, all, body);
    }

    private static Answered answered(long start, WireReply reply) {
        long nanos = System.nanoTime() - start;
        return new Answered(reply.status(), nanos, reply.isSuccess() ? "" : reply.text());
    }

    @Override
    public void close() {
        wire.close();
    }
}
