package io.assay.assignment.it;

import io.assay.assignment.AssignmentServiceApplication;
import io.assay.events.Event;
import io.assay.messaging.Engines;
import io.assay.messaging.EventPublisher;
import io.assay.messaging.Outgoing;
import io.assay.messaging.TestClock;
import io.assay.web.TestTokens;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One running assignment-service, spoken to by HTTP and by events only. */
final class Instance implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final AtomicLong SEQUENCE = new AtomicLong();

    record Response(int status, JsonNode body) {

        List<JsonNode> assignments() {
            return body.get("assignments").valueStream().toList();
        }

        String problem() {
            return body.path("type").asString("");
        }
    }

    private final ConfigurableApplicationContext context;
    private final String url;

    private Instance(ConfigurableApplicationContext context) {
        this.context = context;
        this.url = "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port");
    }

    static Instance start(Engines engines, String database) {
        return start(engines, database, TestClock.shared());
    }

    static Instance start(Engines engines, String database, TestClock clock) {
        List<String> args = new ArrayList<>();
        engines.properties(database).forEach((key, value) -> args.add("--" + key + "=" + value));
        args.add("--server.port=0");
        args.add("--assay.workers.auto-activate=true");
        args.add("--assay.pictures.signing-secret=a secret for tests only");
        args.add("--assay.leases.expiry-interval=100ms");
        args.add("--assay.notices.interval=100ms");
        args.add("--assay.notices.per-worker=2");
        args.add("--assay.notices.heartbeat=200ms");
        args.add("--assay.figures.flush-interval=100ms");
        args.add("--assay.projects.refresh-interval=200ms");
        args.add("--assay.budgets.settle-interval=200ms");
        args.add("--logging.structured.format.console=");
        args.add("--logging.level.root=WARN");
        args.add("--logging.level.io.assay=INFO");
        return new Instance(
                new SpringApplicationBuilder(
                                AssignmentServiceApplication.class, TestTokens.Config.class)
                        .initializers(clock::giveTo)
                        .run(args.toArray(String[]::new)));
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    void publish(Event... events) {
        bean(EventPublisher.class)
                .publish(
                        Arrays.stream(events)
                                .map(
                                        event ->
                                                new Outgoing(
                                                        UUID.randomUUID().toString(),
                                                        SEQUENCE.incrementAndGet(),
                                                        event,
                                                        null))
                                .toList());
    }

    /** With this sequence in its aggregate. */
    void publishAs(long sequence, Event event) {
        bean(EventPublisher.class)
                .publish(
                        List.of(new Outgoing(UUID.randomUUID().toString(), sequence, event, null)));
    }

    /** A worker who has applied, and is active at once. */
    void apply(String worker) {
        post(worker, "/v1/workers", application(worker));
    }

    /** Of a person of their own, by the worker's name. */
    static String application(String worker) {
        return """
                {"adult":true,"residence":"IN","languages":["hi"],"abilities":["category"],"phone":"+999%012d"}
                """
                .formatted(Integer.toUnsignedLong(worker.hashCode()));
    }

    Response lease(String worker, String project) {
        return post(worker, "/v1/leases", "{\"projectId\":\"" + project + "\"}");
    }

    Response label(String worker, String assignment, String classId) {
        return post(
                worker,
                "/v1/assignments/" + assignment + "/label",
                "{\"answer\":{\"tool\":\"category\",\"classId\":\"" + classId + "\"}}");
    }

    /** As a client does that shows each guideline and acknowledges it. */
    Response post(String worker, String path, String body, String... headers) {
        Response response = postOnce(worker, path, body, headers);
        if (!response.problem().equals("/problems/guideline-not-acknowledged")) {
            return response;
        }
        acknowledge(
                worker,
                response.body().get("projectId").asString(),
                response.body().get("version").asInt());
        return postOnce(worker, path, body, headers);
    }

    Response acknowledge(String worker, String project, int version) {
        return send(
                request("/v1/work/" + project + "/acknowledgement")
                        .header("Authorization", TestTokens.bearer(worker, "worker"))
                        .header("Content-Type", "application/json")
                        .PUT(HttpRequest.BodyPublishers.ofString("{\"version\":" + version + "}")));
    }

    Response postOnce(String worker, String path, String body, String... headers) {
        HttpRequest.BodyPublisher publisher =
                body == null
                        ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.ofString(body);
        HttpRequest.Builder request =
                request(path)
                        .header("Authorization", TestTokens.bearer(worker, "worker"))
                        .header("Content-Type", "application/json")
                        .POST(publisher);
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return send(request);
    }

    Response get(String worker, String path) {
        return send(
                request(path).header("Authorization", TestTokens.bearer(worker, "worker")).GET());
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path));
    }

    Response send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response =
                    HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Response(
                    response.statusCode(),
                    response.body().isEmpty()
                            ? JSON.createObjectNode()
                            : JSON.readTree(response.body()));
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
