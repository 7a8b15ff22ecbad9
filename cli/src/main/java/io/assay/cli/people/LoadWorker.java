package io.assay.cli.people;

import io.assay.cli.client.Json;
import io.assay.cli.client.Session;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One worker with a connection of its own, for one thread. */
public final class LoadWorker implements AutoCloseable {

    private static final byte[] NOTHING = {};
    private static final String UNREAD = "guideline-not-acknowledged";

    /** How often one request is sent, as long as the gateway says that it may be repeated. */
    private static final int ATTEMPTS = 3;

    private final String id;
    private final Session session;
    private final RawConnection connection;

    LoadWorker(String id, Session session, URI gateway) {
        this.id = id;
        this.session = session;
        this.connection = new RawConnection(gateway);
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
     * @param nanos from the first byte sent to the last byte read, repetitions included
     * @param problem what it said instead, if it refused
     * @param repetitions how often it was sent again, as the gateway had no answer of the service
     */
    public record Answered(int status, long nanos, String problem, int repetitions) {

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

    /**
     * Up to so many pictures of a project. Acknowledges the guideline first where that is asked
     * for, which is not timed.
     */
    public Leased lease(String projectId, int max) throws IOException {
        Leased leased = leaseAsKnown(projectId, max);
        if (leased.answered().problem().contains(UNREAD)) {
            acknowledge(projectId);
            return leaseAsKnown(projectId, max);
        }
        return leased;
    }

    private void acknowledge(String projectId) throws IOException {
        String path = "/v1/work/" + projectId;
        int version = Json.read(get(path), JsonNode.class).at("/guideline/version").asInt();
        send("PUT", path + "/acknowledgement", "", Json.bytes(Map.of("version", version)));
    }

    private Leased leaseAsKnown(String projectId, int max) throws IOException {
        byte[] body = Json.bytes(Map.of("projectId", projectId, "max", max));
        String key = "Idempotency-Key: " + UUID.randomUUID() + "\r\n";
        Reply reply = untilAnswered("/v1/leases", key, body);
        return new Leased(
                reply.answered(),
                reply.connection().isSuccess()
                        ? Json.read(reply.connection().body(), Assignments.class).assignments()
                        : List.of());
    }

    /** One label. */
    public Answered label(String assignmentId, byte[] labelling) throws IOException {
        String path = "/v1/assignments/" + assignmentId + "/label";
        return untilAnswered(path, "", labelling).answered();
    }

    /**
     * Many labels in one request, and the next batch with them.
     *
     * @param answers by assignment, each a JSON object
     */
    public Batch labels(Map<String, String> answers, String projectId, int max) throws IOException {
        byte[] body = batch(answers, projectId, max).getBytes(StandardCharsets.UTF_8);
        String key = "Idempotency-Key: " + UUID.randomUUID() + "\r\n";
        Reply reply = untilAnswered("/v1/labels", key, body);
        if (!reply.connection().isSuccess()) {
            return new Batch(reply.answered(), 0, List.of(), "");
        }
        BatchReply read = Json.read(reply.connection().body(), BatchReply.class);
        int refused = (int) read.labels().stream().filter(item -> item.problem() != null).count();
        String refusal =
                read.labels().stream()
                        .filter(item -> item.problem() != null)
                        .map(item -> String.valueOf(item.problem()))
                        .findFirst()
                        .orElse("");
        Assignments next = read.next();
        return new Batch(
                reply.answered(),
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
        return answered(start, send("GET", "/v1/leases/nothing/here", "", NOTHING), 0);
    }

    /** Whatever else. */
    public String get(String path) throws IOException {
        return send("GET", path, "", NOTHING).text();
    }

    private RawReply send(String method, String path, String headers, byte[] body)
            throws IOException {
        String all =
                headers
                        + "Authorization: Bearer "
                        + session.token()
                        + "\r\nContent-Type: application/json\r\n";
        return connection.exchange(method, path, all, body);
    }

    private record Reply(RawReply connection, Answered answered) {}

    /**
     * As a worker's client does: what may have been taken all the same is sent again, as it was.
     */
    private Reply untilAnswered(String path, String headers, byte[] body) throws IOException {
        long start = System.nanoTime();
        RawReply reply = send("POST", path, headers, body);
        int sent = 1;
        while (isUnanswered(reply) && sent < ATTEMPTS) {
            reply = send("POST", path, headers, body);
            sent++;
        }
        return new Reply(reply, answered(start, reply, sent - 1));
    }

    private static boolean isUnanswered(RawReply reply) {
        return reply.status() == 503 || reply.status() == 504;
    }

    private static Answered answered(long start, RawReply reply, int repetitions) {
        long nanos = System.nanoTime() - start;
        return new Answered(
                reply.status(), nanos, reply.isSuccess() ? "" : reply.text(), repetitions);
    }

    @Override
    public void close() {
        connection.close();
    }
}
