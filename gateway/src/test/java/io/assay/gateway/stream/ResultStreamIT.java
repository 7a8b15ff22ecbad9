package io.assay.gateway.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.assay.events.Answer;
import io.assay.events.Decider;
import io.assay.events.TaskLabelled;
import io.assay.gateway.project.ProjectDirectory;
import io.assay.gateway.project.TestProjects;
import io.assay.gateway.support.Api;
import io.assay.gateway.support.Publisher;
import io.assay.gateway.support.TestGateway;
import io.assay.gateway.support.Tokens;
import io.assay.messaging.TestClock;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The stream over HTTP, from a real broker and a document store. */
class ResultStreamIT {

    private final Api api = TestGateway.shared().api();
    private final Publisher publisher = new Publisher(TestGateway.engines().bootstrapServers());
    private final String partner = "partner-" + UUID.randomUUID();
    private final String project = "project-" + UUID.randomUUID();
    private final String token = Tokens.shared().of(partner, "partner");

    @BeforeEach
    void publishProject() {
        publisher.publish(project + ":1", 1, TestProjects.project(project, "r1", partner));
        await().until(() -> api.get(path(""), token).statusCode() == 200);
    }

    @AfterEach
    void close() {
        publisher.close();
    }

    @Test
    void deliversAllThenEnds() {
        List<String> ids = publishResults(40);

        List<JsonNode> lines = Api.lines(api.get(path(""), token).body());

        assertThat(ids(lines)).containsExactlyInAnyOrderElementsOf(ids);
        JsonNode line = lines.getFirst();
        assertThat(line.path("type").asString()).isEqualTo("assay.TaskLabelled");
        assertThat(line.path("data").path("projectId").asString()).isEqualTo(project);
        assertThat(Instant.parse(line.path("time").asString()))
                .isBefore(TestClock.now().plusSeconds(60));
    }

    @Test
    void resumesFromAnyCursorWithExactlyTheRest() {
        publishResults(25);
        List<JsonNode> all = Api.lines(api.get(path(""), token).body());

        for (int i = 0; i < all.size(); i += 6) {
            String cursor = all.get(i).path("cursor").asString();
            List<JsonNode> rest = Api.lines(api.get(path("&from=" + cursor), token).body());
            List<String> together = new ArrayList<>(ids(all.subList(0, i + 1)));
            together.addAll(ids(rest));
            assertThat(together).containsExactlyInAnyOrderElementsOf(ids(all));
        }
    }

    @Test
    void dropsWhatWasPublishedAgain() {
        List<String> ids = publishResults(10);
        List<JsonNode> early = Api.lines(api.get(path(""), token).body());
        IntStream.range(0, 10).forEach(i -> publishResult(ids.get(i), i));

        String last = early.getLast().path("cursor").asString();

        assertThat(Api.lines(api.get(path("&from=" + last), token).body())).isEmpty();
        assertThat(ids(Api.lines(api.get(path(""), token).body()))).isEqualTo(ids(early));
    }

    @Test
    void skipsPoison() {
        publisher.raw("assay.results", "k", "not json");
        List<String> ids = publishResults(3);
        publisher.raw("assay.results", "k", "{}");

        assertThat(ids(Api.lines(api.get(path(""), token).body())))
                .containsExactlyInAnyOrderElementsOf(ids);
    }

    @Test
    void followsAsServerSentEventsAndResumesByLastEventId() throws IOException {
        List<String> ids = publishResults(2);

        HttpResponse<InputStream> response =
                api.send(
                        api.request(path("&follow=true"), token, "Accept", "text/event-stream")
                                .GET(),
                        BodyHandlers.ofInputStream());
        List<String> delivered = new ArrayList<>();
        String lastId;
        try (BufferedReader events = reader(response)) {
            delivered.add(nextEvent(events).id());
            delivered.add(nextEvent(events).id());
            ids.add(publishResult("later-" + project, 77));
            Event event = nextEvent(events);
            delivered.add(event.id());
            lastId = event.cursor();
            assertThat(heartbeat(events)).isTrue();
        }

        assertThat(response.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/event-stream"));
        assertThat(delivered).containsExactlyInAnyOrderElementsOf(ids);
        assertThat(
                        api.get(
                                        path(""),
                                        token,
                                        "Accept",
                                        "text/event-stream",
                                        "Last-Event-ID",
                                        lastId)
                                .body())
                .doesNotContain("data:");
    }

    @Test
    void endsWhenThePartnerIsRemoved() throws IOException {
        publishResults(1);
        HttpResponse<InputStream> response =
                api.send(
                        api.request(path("&follow=true"), token).GET(),
                        BodyHandlers.ofInputStream());
        try (BufferedReader lines = reader(response)) {
            assertThat(lines.readLine()).contains(project);

            publisher.publish(project + ":2", 2, TestProjects.project(project, "r1"));

            assertThat(lines.lines().filter(line -> !line.isBlank())).isEmpty();
        }
        assertThat(api.get(path(""), token).statusCode()).isEqualTo(404);
    }

    @Test
    void hidesForeignProjects() {
        String other = Tokens.shared().of("someone-else", "partner", "requester");
        publishResults(1);

        assertThat(api.get(path(""), other).statusCode()).isEqualTo(404);
        assertThat(api.get("/v1/stream/results?projectId=none", token).statusCode()).isEqualTo(404);
        assertThat(api.get("/v1/stream/results", other).body()).isEmpty();
        assertThat(api.get(path(""), Tokens.shared().of("r1", "requester")).statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "MTsw", "MTswOjAs", "MTswOjEsMTowLDI6MCw", "MTs5OTowLA"})
    void refusesACursorThatItNeverGave(String cursor) {
        assertRefused(api.get(path("&from=" + cursor), token));
        assertRefused(
                api.get(path(""), token, "Accept", "text/event-stream", "Last-Event-ID", cursor));
    }

    /** One changed character once skipped all but one of the events, and nobody was told. */
    @Test
    void refusesACursorWithOneCharacterChanged() {
        publishResults(14);
        String cursor = cursors(api.get(path(""), token)).getFirst();

        for (int i = 0; i < cursor.length(); i += 5) {
            char other = cursor.charAt(i) == 'A' ? 'B' : 'A';
            String changed = cursor.substring(0, i) + other + cursor.substring(i + 1);
            assertRefused(api.get(path("&from=" + changed), token));
        }
    }

    @Test
    void refusesACursorOfAnotherStream() {
        publishResults(3);
        String mine = cursors(api.get(path(""), token)).getFirst();
        String ofAll = cursors(api.get("/v1/stream/results", token)).getFirst();
        String second = "project-" + UUID.randomUUID();
        publisher.publish(second + ":1", 1, TestProjects.project(second, "r1", partner));
        String other = "/v1/stream/results?projectId=" + second;
        await().until(() -> api.get(other, token).statusCode() == 200);

        assertRefused(api.get(other + "&from=" + mine, token));
        assertRefused(api.get("/v1/stream/results?from=" + mine, token));
        assertRefused(api.get(path("&from=" + ofAll), token));
        assertRefused(
                api.get(
                        "/v1/stream/results?from=" + ofAll,
                        Tokens.shared().of("another", "partner")));
        assertThat(api.get("/v1/stream/results?from=" + ofAll, token).statusCode()).isEqualTo(200);
    }

    @Test
    void tellsThatWhatFollowsIsNoLongerKept() throws Exception {
        publishResults(30);
        String early = cursors(api.get(path(""), token)).getFirst();
        publishResults(1);
        forgetResults();

        HttpResponse<String> response = api.get(path("&from=" + early), token);

        assertThat(response.statusCode()).isEqualTo(410);
        assertThat(Api.json(response).path("type").asString())
                .isEqualTo("/problems/cursor-expired");
        assertThat(api.get(path(""), token).statusCode()).isEqualTo(200);
    }

    /** Deletes all results that there are, as retention does. */
    private static void forgetResults() throws Exception {
        try (Admin admin =
                Admin.create(
                        Map.of(
                                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                                TestGateway.engines().bootstrapServers()))) {
            Map<TopicPartition, RecordsToDelete> all = new HashMap<>();
            for (int partition = 0; partition < 3; partition++) {
                all.put(
                        new TopicPartition("assay.results", partition),
                        RecordsToDelete.beforeOffset(-1));
            }
            admin.deleteRecords(all).all().get();
        }
    }

    private static List<String> cursors(HttpResponse<String> response) {
        return Api.lines(response.body()).stream()
                .map(line -> line.path("cursor").asString())
                .toList();
    }

    private static void assertRefused(HttpResponse<String> response) {
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(Api.json(response).path("type").asString()).isEqualTo("/problems/bad-cursor");
        assertThat(Api.json(response).path("detail").asString()).startsWith("from: ");
    }

    @Test
    void refusesQuickReconnects() {
        try (TestGateway own =
                TestGateway.start(
                        Map.of(
                                "assay.gateway.limits.stream.burst", "5",
                                "assay.gateway.limits.stream.per-minute", "1"))) {
            String mine = Tokens.of(own).of(partner, "partner");
            String other = Tokens.of(own).of("another-" + partner, "partner");
            await().until(() -> own.bean(ProjectDirectory.class).complete());
            for (int i = 0; i < 5; i++) {
                assertThat(own.api().get("/v1/stream/results", mine).statusCode()).isEqualTo(200);
            }

            HttpResponse<String> sixth = own.api().get("/v1/stream/results", mine);

            assertThat(sixth.statusCode()).isEqualTo(429);
            assertThat(sixth.headers().firstValue("Retry-After")).isPresent();
            assertThat(own.api().get("/v1/stream/results", other).statusCode()).isEqualTo(200);
            assertThat(own.api().get("/v1/me", mine).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void boundsTheStreamsOfOnePrincipal() throws IOException {
        List<InputStream> open = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            open.add(
                    api.send(
                                    api.request(path("&follow=true"), token).GET(),
                                    BodyHandlers.ofInputStream())
                            .body());
        }

        HttpResponse<String> fifth = api.get(path("&follow=true"), token);

        assertThat(fifth.statusCode()).isEqualTo(429);
        assertThat(Api.json(fifth).path("type").asString()).isEqualTo("/problems/too-many-streams");
        assertThat(fifth.headers().firstValue("Retry-After")).isPresent();
        for (InputStream stream : open) {
            stream.close();
        }
        await().until(() -> api.get(path(""), token).statusCode() == 200);
    }

    private record Event(String cursor, String id) {}

    private static Event nextEvent(BufferedReader events) throws IOException {
        String cursor = "";
        for (String line = events.readLine(); line != null; line = events.readLine()) {
            if (line.startsWith("id: ")) {
                cursor = line.substring(4);
            } else if (line.startsWith("data: ")) {
                JsonNode data = Api.JSON.readTree(line.substring(6));
                assertThat(data.path("cursor").asString()).isEqualTo(cursor);
                return new Event(cursor, data.path("id").asString());
            }
        }
        throw new AssertionError("the stream ended");
    }

    private static boolean heartbeat(BufferedReader events) throws IOException {
        String line = events.readLine();
        while (line != null && !line.startsWith(":")) {
            line = events.readLine();
        }
        return line != null;
    }

    private static BufferedReader reader(HttpResponse<InputStream> response) {
        return new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
    }

    private String path(String more) {
        return "/v1/stream/results?projectId=" + project + more;
    }

    private static List<String> ids(List<JsonNode> lines) {
        return lines.stream().map(line -> line.path("id").asString()).toList();
    }

    private List<String> publishResults(int count) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ids.add(publishResult(project + ":" + i, i));
        }
        return ids;
    }

    private String publishResult(String id, int task) {
        publisher.publish(
                id,
                0,
                new TaskLabelled(
                        "%s-%d".formatted(project, task),
                        project,
                        "picture-" + task,
                        1,
                        new Answer.Category("cat"),
                        0.97,
                        3,
                        Decider.CONSENSUS,
                        1,
                        TestClock.NOON));
        return id;
    }
}
