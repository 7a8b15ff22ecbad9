package io.assay.assignment.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.assay.assignment.Fixtures;
import io.assay.assignment.dispatch.Dispatch;
import io.assay.assignment.it.Instance.Response;
import io.assay.events.AssignmentReturned;
import io.assay.events.Event;
import io.assay.events.LabelSubmitted;
import io.assay.events.LeaseRule;
import io.assay.events.ProjectStatus;
import io.assay.events.TaskKind;
import io.assay.messaging.Engines;
import io.assay.messaging.TestClock;
import io.assay.web.TestTokens;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Several assignments in one request, more time for them, and the next batch along with it. */
class BatchesIT {

    private static final AtomicInteger NAMES = new AtomicInteger();

    private static Engines engines;
    private static final TestClock CLOCK = new TestClock();
    private static Instance service;
    private static Topics topics;

    private final String project = "batch" + NAMES.incrementAndGet();
    private final String worker = "w" + NAMES.incrementAndGet();
    private final String other = "w" + NAMES.incrementAndGet();

    @BeforeAll
    static void start() {
        engines = Engines.start();
        service = Instance.start(engines, "batches", CLOCK);
        topics = new Topics(engines, List.of("assay.assignments", "assay.labels"));
    }

    @AfterAll
    static void stop() {
        topics.close();
        service.close();
        engines.close();
    }

    @Test
    void takesOrRefusesEachAnswerByItself() {
        List<String> ids = leased(3, new LeaseRule(5, 3_600));
        service.apply(other);
        String body =
                labels(
                        label(ids.get(0), "cat"),
                        label(ids.get(1), "cow"),
                        label("none." + worker, "cat"),
                        label(ids.get(2), "dog"),
                        label(ids.get(2), "dog"),
                        label(ids.get(2), "cat"));

        Response first = service.post(worker, "/v1/labels", body);

        assertThat(first.status()).isEqualTo(200);
        assertThat(outcomes(first))
                .containsExactly(
                        "submitted",
                        "/problems/invalid-answer",
                        "/problems/assignment-not-found",
                        "submitted",
                        "submitted",
                        "/problems/already-answered");
        assertThat(first.body().at("/labels/1/problem/problems")).hasSize(1);
        assertThat(first.body().has("next")).isFalse();
        assertThat(service.post(worker, "/v1/labels", body)).isEqualTo(first);
        assertThat(outcomes(service.post(other, "/v1/labels", labels(label(ids.get(1), "cat")))))
                .containsExactly("/problems/assignment-not-found");
        assertThat(outcomes(service.post(worker, "/v1/labels", labels(label(ids.get(1), "cat")))))
                .containsExactly("submitted");
        await().untilAsserted(
                        () ->
                                assertThat(topics.events(LabelSubmitted.class))
                                        .extracting(LabelSubmitted::assignmentId)
                                        .filteredOn(ids::contains)
                                        .containsExactlyInAnyOrderElementsOf(ids));
    }

    @Test
    void takesAnswersAndGivesTheNextBatchInOneRequest() {
        List<String> ids = leased(12, new LeaseRule(5, 3_600));
        String next = "\"next\":{\"projectId\":\"" + project + "\",\"max\":4,\"held\":true}";

        Response response =
                service.post(
                        worker,
                        "/v1/labels",
                        "{\"labels\":[" + label(ids.get(0), "cat") + "]," + next + "}");

        assertThat(outcomes(response)).containsExactly("submitted");
        assertThat(ids(response.body().at("/next/assignments")))
                .hasSize(4)
                .doesNotContainAnyElementsOf(ids);
        assertThat(ids(response.body().at("/next/held")))
                .containsExactlyInAnyOrderElementsOf(ids.subList(1, 5));
        assertThat(response.body().at("/next").has("problem")).isFalse();
    }

    @Test
    void takesAnswersEvenIfThereIsNoNextBatch() {
        List<String> ids = leased(1, new LeaseRule(5, 3_600));
        String body = "{\"labels\":[" + label(ids.getFirst(), "cat") + "],\"next\":{\"projectId\":";

        Response none = service.post(worker, "/v1/labels", body + "\"nowhere\"}}");
        Response empty = service.post(worker, "/v1/labels", body + "\"" + project + "\"}}");

        assertThat(outcomes(none)).containsExactly("submitted");
        assertThat(none.body().at("/next/problem/type").asString())
                .isEqualTo("/problems/project-not-found");
        assertThat(outcomes(empty)).containsExactly("submitted");
        assertThat(empty.body().at("/next/assignments")).isEmpty();
        assertThat(empty.body().at("/next").has("problem")).isFalse();
    }

    @Test
    void tellsWhatIsHeldAndLetsTheNextBatchBePrefetched() {
        List<String> ids = leased(20, new LeaseRule(5, 3_600));
        String body = "{\"projectId\":\"" + project + "\",\"held\":true}";

        Response second = service.post(worker, "/v1/leases", body);
        Response third = service.post(worker, "/v1/leases", body);

        assertThat(second.assignments()).hasSize(5);
        assertThat(ids(second.body().get("held"))).containsExactlyInAnyOrderElementsOf(ids);
        assertThat(third.status()).isEqualTo(200);
        assertThat(third.assignments()).isEmpty();
        assertThat(ids(third.body().get("held"))).hasSize(10).containsAll(ids);
        assertThat(service.lease(worker, project).problem())
                .isEqualTo("/problems/holding-too-many");
    }

    @Test
    void remembersNoRequestThatFoundNothing() {
        List<String> ids = leased(1, new LeaseRule(5, 3_600));
        String body = "{\"projectId\":\"" + project + "\"}";

        assertThat(service.post(worker, "/v1/leases", body, "Idempotency-Key", "k").assignments())
                .isEmpty();
        service.publish(Fixtures.task(project + "-new", project, TaskKind.WORK));

        await().untilAsserted(
                        () ->
                                assertThat(
                                                ids(
                                                        service.post(
                                                                        worker,
                                                                        "/v1/leases",
                                                                        body,
                                                                        "Idempotency-Key",
                                                                        "k")
                                                                .body()
                                                                .get("assignments")))
                                        .hasSize(1)
                                        .doesNotContainAnyElementsOf(ids));
    }

    @Test
    void givesMoreTimeWithinWhatTheProjectAllows() {
        String id = leased(1, new LeaseRule(5, 3_600, 1)).getFirst();
        JsonNode before = service.get(worker, "/v1/assignments/" + id).body();

        Response extended = extend(id);
        Response all = service.post(worker, "/v1/assignments/extend", null);

        assertThat(extended.status()).isEqualTo(200);
        assertThat(instant(extended.body(), "expiresAt"))
                .isAfterOrEqualTo(instant(before, "expiresAt"))
                .isBefore(instant(before, "leasedAt").plusSeconds(7_201));
        assertThat(ids(all.body().get("assignments"))).containsExactly(id);
        assertThat(all.body().at("/assignments/0/state").asString()).isEqualTo("leased");
        assertThat(instant(all.body().at("/assignments/0"), "expiresAt"))
                .isAfterOrEqualTo(instant(extended.body(), "expiresAt"));
        assertThat(extend("none." + worker).status()).isEqualTo(404);
        service.label(worker, id, "cat");
        assertThat(extend(id).problem()).isEqualTo("/problems/already-answered");
    }

    @Test
    void givesNoMoreTimeWhereTheProjectAllowsNone() {
        String id = leased(1, new LeaseRule(5, 3_600, 0)).getFirst();

        Response refused = extend(id);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("/problems/extended-enough");
        assertThat(refused.body().has("until")).isTrue();
    }

    @Test
    void leavesAnExtendedLeaseAliveWhenTheFirstTimeIsOver() {
        List<String> ids = leased(2, new LeaseRule(5, 600, 10));
        String kept = ids.getFirst();
        CLOCK.pass(Duration.ofSeconds(400));
        assertThat(extend(kept).status()).isEqualTo(200);

        CLOCK.pass(Duration.ofSeconds(400));

        await().until(() -> returned().contains(ids.getLast()));

        assertThat(returned()).doesNotContain(kept);
        assertThat(service.label(worker, kept, "cat").status()).isEqualTo(200);
    }

    @Test
    void takesBackAPartOfABatch() {
        List<String> ids = leased(4, new LeaseRule(5, 3_600));
        service.label(worker, ids.get(3), "cat");
        String body = "{\"assignmentIds\":" + strings(ids.subList(1, 4)) + ",\"reason\":";

        Response back = service.post(worker, "/v1/assignments/return", body + "\"released\"}");

        assertThat(back.status()).isEqualTo(200);
        assertThat(outcomes(back.body().get("assignments")))
                .containsExactly("returned", "returned", "/problems/already-answered");
        assertThat(service.post(worker, "/v1/assignments/return", body + "\"released\"}"))
                .isEqualTo(back);
        assertThat(service.post(worker, "/v1/assignments/return", body + "\"expired\"}").problem())
                .isEqualTo("/problems/bad-return-reason");
        assertThat(service.label(worker, ids.getFirst(), "cat").status()).isEqualTo(200);
        await().untilAsserted(() -> assertThat(returned()).containsAll(ids.subList(1, 3)));
    }

    @Test
    void keepsLeasesThroughAPause() {
        List<String> ids = leased(2, new LeaseRule(5, 3_600));
        service.publish(
                Fixtures.project(project, ProjectStatus.PAUSED, 1, new LeaseRule(5, 3_600)));
        await().until(
                        () ->
                                service.lease(worker, project)
                                        .problem()
                                        .equals("/problems/project-paused"));

        assertThat(extend(ids.get(0)).status()).isEqualTo(200);
        assertThat(service.label(worker, ids.get(0), "cat").status()).isEqualTo(200);
        service.publish(
                Fixtures.project(project, ProjectStatus.CLOSED, 1, new LeaseRule(5, 3_600)));
        await().until(() -> extend(ids.get(1)).problem().equals("/problems/project-closed"));
        assertThat(service.label(worker, ids.get(1), "cat").status()).isEqualTo(200);
    }

    @Test
    void refusesWhatIsTooMuchOrMalformed() {
        service.apply(worker);
        String[] many = Collections.nCopies(101, label("a.b", "cat")).toArray(String[]::new);

        for (String body :
                List.of(
                        labels(many),
                        labels(),
                        "{\"labels\":[{\"assignmentId\":\"a.b\"}]}",
                        "{\"labels\":[null]}",
                        labels(label("a".repeat(129), "cat")),
                        "{\"labels\":[" + label("a.b", "cat") + "],\"next\":{\"max\":0}}")) {
            assertThat(service.post(worker, "/v1/labels", body).status()).as(body).isEqualTo(400);
        }
        assertThat(
                        service.post(worker, "/v1/assignments/extend", "{\"assignmentIds\":[]}")
                                .status())
                .isEqualTo(400);
        assertThat(
                        service.post(
                                        worker,
                                        "/v1/assignments/return",
                                        "{\"assignmentIds\":[],\"reason\":\"skipped\"}")
                                .status())
                .isEqualTo(400);
    }

    @Test
    void deniesWhoIsNoWorker() {
        Map<String, String> requests =
                Map.of(
                        "/v1/labels",
                        labels(label("a.b", "cat")),
                        "/v1/assignments/extend",
                        "{}",
                        "/v1/assignments/return",
                        "{\"assignmentIds\":[\"a.b\"],\"reason\":\"skipped\"}",
                        "/v1/assignments/a.b/extend",
                        "{}");
        requests.forEach(
                (path, body) -> {
                    HttpRequest.Builder request =
                            service.request(path)
                                    .header("Content-Type", "application/json")
                                    .POST(HttpRequest.BodyPublishers.ofString(body));
                    assertThat(service.send(request).status()).isEqualTo(401);
                    request.header("Authorization", TestTokens.bearer("x", "requester"));
                    assertThat(service.send(request).status()).isEqualTo(403);
                });
    }

    /** What the worker holds of a new project with so many tasks: at most a batch. */
    private List<String> leased(int tasks, LeaseRule rule) {
        List<Event> events = new ArrayList<>();
        events.add(Fixtures.project(project, ProjectStatus.PUBLISHED, 1, rule));
        for (int i = 0; i < tasks; i++) {
            events.add(Fixtures.task(project + "-" + i, project, TaskKind.WORK));
        }
        service.publish(events.toArray(Event[]::new));
        service.apply(worker);
        service.apply("reader");
        await().until(() -> service.bean(Dispatch.class).ready(project, 1) == tasks);
        await().until(() -> offers("reader"));
        return ids(service.lease(worker, project).body().get("assignments"));
    }

    private boolean offers(String reader) {
        return service.get(reader, "/v1/work")
                .body()
                .get("items")
                .valueStream()
                .anyMatch(item -> item.get("id").asString().equals(project));
    }

    private Response extend(String id) {
        return service.post(worker, "/v1/assignments/" + id + "/extend", null);
    }

    private static List<String> returned() {
        return topics.events(AssignmentReturned.class).stream()
                .map(AssignmentReturned::assignmentId)
                .toList();
    }

    private static String label(String id, String classId) {
        return """
        {"assignmentId":"%s","answer":{"tool":"category","classId":"%s"}}"""
                .formatted(id, classId);
    }

    private static String labels(String... labels) {
        return "{\"labels\":[" + String.join(",", labels) + "]}";
    }

    private static String strings(List<String> values) {
        return values.stream()
                .map(value -> '"' + value + '"')
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static List<String> outcomes(Response response) {
        return outcomes(response.body().get("labels"));
    }

    private static List<String> outcomes(JsonNode items) {
        return items.valueStream()
                .map(
                        item ->
                                item.has("problem")
                                        ? item.at("/problem/type").asString()
                                        : item.get("state").asString())
                .toList();
    }

    private static List<String> ids(JsonNode items) {
        return items.valueStream().map(item -> item.get("assignmentId").asString()).toList();
    }

    private static Instant instant(JsonNode item, String member) {
        return Instant.parse(item.get(member).asString());
    }
}
