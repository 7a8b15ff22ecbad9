package io.assay.task.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;
import static org.springframework.data.mongodb.core.query.Criteria.where;

import io.assay.events.Answer;
import io.assay.events.AnswerDiff;
import io.assay.events.CorrectionReason;
import io.assay.events.Decider;
import io.assay.events.EscalationReason;
import io.assay.events.Event;
import io.assay.events.ResultProvenance;
import io.assay.events.ReviewKind;
import io.assay.events.ReviewOutcome;
import io.assay.events.ReviewProvenance;
import io.assay.events.TaskEscalated;
import io.assay.events.TaskLabelSuperseded;
import io.assay.events.TaskLabelled;
import io.assay.events.TaskUnlabelable;
import io.assay.events.TaskWithdrawn;
import io.assay.events.Topic;
import io.assay.messaging.EventPublisher;
import io.assay.messaging.Outgoing;
import io.assay.messaging.TestClock;
import io.assay.task.Api;
import io.assay.task.ServiceTest;
import io.assay.web.TestTokens;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.kafka.core.KafkaTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ResultIT extends ServiceTest {

    private static final Instant NOW = TestClock.NOON;
    private static final String RESULTS = Topic.RESULTS.topicName();

    @Autowired private MongoTemplate mongo;
    @Autowired private EventPublisher publisher;
    @Autowired private KafkaTemplate<byte[], byte[]> kafka;

    private final String owner = Api.requester("r" + UUID.randomUUID());

    private String projectWith(int tasks) {
        String project = api.published(owner, "category");
        String rows =
                IntStream.range(0, tasks)
                        .mapToObj(
                                i ->
                                        "{\"externalId\":\"a%d\",\"url\":\"https://pictures.example.org/%d\"%s}\n"
                                                .formatted(
                                                        i,
                                                        i,
                                                        i == 0
                                                                ? ",\"gold\":{\"tool\":\"category\",\"classId\":\"dog\"}"
                                                                : ""))
                        .collect(Collectors.joining());
        assertThat(api.imports(project, owner, rows).json().get("created").asInt())
                .isEqualTo(tasks);
        return project;
    }

    private TaskLabelled labelled(String project, int task) {
        String externalId = "a" + task;
        return new TaskLabelled(
                taskId(project, externalId),
                project,
                externalId,
                1,
                new Answer.Category("cat"),
                0.95,
                3,
                Decider.CONSENSUS,
                1,
                NOW);
    }

    private static TaskLabelSuperseded superseded(TaskLabelled first, int version) {
        return new TaskLabelSuperseded(
                first.taskId(),
                first.projectId(),
                first.externalId(),
                version,
                new Answer.Category("dog"),
                first.answer(),
                1,
                4,
                Decider.REVIEWER,
                1,
                NOW,
                CorrectionReason.AUDIT,
                new AnswerDiff(0, 0, List.of(0), List.of(0)),
                new ResultProvenance("one-coin/1", 1, 0.95, List.of(), List.of(audit())));
    }

    private static ReviewProvenance audit() {
        return new ReviewProvenance(
                "w-0c77d1e65ab2f943", ReviewKind.AUDIT, ReviewOutcome.FIXED, "2.1", 1, NOW);
    }

    private void publish(Event... events) {
        publisher.publish(
                List.of(events).stream()
                        .map(e -> new Outgoing(UUID.randomUUID().toString(), 0, e, null))
                        .toList());
    }

    @Test
    void tellsWhatWaitsForAReviewer() {
        String project = projectWith(3);
        String task = taskId(project, "a2");
        publish(new TaskEscalated(task, project, EscalationReason.SKIPPED, 0, NOW));

        await().until(() -> inReview(project) == 1);
        assertThat(api.get("/v1/tasks/" + task, owner).json().get("inReview").asString())
                .isEqualTo("skipped");

        publish(new TaskUnlabelable(task, project, "a2", 1, "broken", NOW));

        await().until(() -> inReview(project) == 0);
        publish(new TaskEscalated(task, project, EscalationReason.SKIPPED, 0, NOW));
        publish(
                new TaskEscalated(
                        taskId(project, "a1"), project, EscalationReason.FLAGGED, 0, NOW));
        await().until(() -> inReview(project) == 1);
        assertThat(api.get("/v1/tasks/" + task, owner).json().has("inReview")).isFalse();
    }

    private int inReview(String project) {
        return api.get("/v1/projects/" + project + "/progress", owner)
                .json()
                .get("inReview")
                .asInt();
    }

    private Map<String, JsonNode> export(String project, String token) {
        Api.Answer answer = api.get("/v1/projects/" + project + "/results", token);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("application/x-ndjson");
        List<JsonNode> rows = answer.text().lines().map(new JsonMapper()::readTree).toList();
        assertThat(rows).extracting(row -> row.get("taskId").asString()).isSorted();
        Map<String, JsonNode> byExternalId = new TreeMap<>();
        rows.forEach(
                row ->
                        assertThat(byExternalId.put(row.get("externalId").asString(), row))
                                .isNull());
        return byExternalId;
    }

    private static String status(JsonNode row) {
        return row.get("status").asString();
    }

    @Test
    void theExportHoldsEveryTaskOnce() {
        String project = projectWith(1_300);
        publish(
                labelled(project, 1),
                new TaskUnlabelable(taskId(project, "a2"), project, "a2", 1, "broken", NOW));
        String withdrawn = "/v1/tasks/" + taskId(project, "a3") + "/withdraw";
        assertThat(api.post(withdrawn, owner, "{\"reason\":\"sold\"}").status()).isEqualTo(200);
        await().untilAsserted(
                        () ->
                                assertThat(
                                                api.get(
                                                                "/v1/projects/"
                                                                        + project
                                                                        + "/progress",
                                                                owner)
                                                        .json()
                                                        .get("pending")
                                                        .asInt())
                                        .isEqualTo(1_296));

        Map<String, JsonNode> rows = export(project, owner);

        assertThat(rows).hasSize(1_300);
        assertThat(status(rows.get("a0"))).isEqualTo("gold");
        assertThat(rows.get("a0").at("/answer/classId").asString()).isEqualTo("dog");
        assertThat(status(rows.get("a1"))).isEqualTo("labelled");
        assertThat(rows.get("a1").at("/answer/classId").asString()).isEqualTo("cat");
        assertThat(rows.get("a1").get("confidence").asDouble()).isEqualTo(0.95);
        assertThat(rows.get("a1").get("decidedAt").asString()).isEqualTo(NOW.toString());
        assertThat(status(rows.get("a2"))).isEqualTo("unlabelable");
        assertThat(rows.get("a2").get("reason").asString()).isEqualTo("broken");
        assertThat(status(rows.get("a3"))).isEqualTo("withdrawn");
        assertThat(status(rows.get("a4"))).isEqualTo("pending");

        Map<String, JsonNode> partners = export(project, Api.partner("partner1"));
        assertThat(partners).hasSize(1_300);
        assertThat(status(partners.get("a0"))).isEqualTo("pending");
        assertThat(partners.get("a0").has("answer")).isFalse();
        JsonNode progress =
                api.get("/v1/projects/" + project + "/progress", Api.partner("partner1")).json();
        assertThat(progress.get("gold").asInt()).isZero();
        assertThat(progress.get("pending").asInt()).isEqualTo(1_297);
        assertThat(progress.get("total").asInt()).isEqualTo(1_300);
    }

    /** Half a body must never pass for a whole one. */
    @Test
    void anExportThatFailsOnTheWayBreaksOff() {
        String project = projectWith(1_300);
        Query all = Query.query(where("state.projectId").is(project)).with(Sort.by("_id"));
        String last = mongo.find(all, Document.class, "tasks").getLast().getString("_id");
        mongo.updateFirst(
                Query.query(where("_id").is(last)),
                Update.update("state.status", "labelled"),
                "tasks");

        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> api.get("/v1/projects/" + project + "/results", owner));
    }

    @Test
    void duplicatesAndOldResultsChangeNothing() {
        String project = projectWith(3);
        TaskLabelled first = labelled(project, 1);
        publish(first, superseded(first, 3), first, superseded(first, 2), first);
        publish(labelled(project, 2), labelled(project, 2));
        await().untilAsserted(
                        () ->
                                assertThat(status(export(project, owner).get("a2")))
                                        .isEqualTo("labelled"));
        await().untilAsserted(
                        () ->
                                assertThat(export(project, owner).get("a1").get("version").asInt())
                                        .isEqualTo(3));

        publish(first);
        publish(superseded(labelled(project, 2), 2));
        await().untilAsserted(
                        () ->
                                assertThat(export(project, owner).get("a2").get("version").asInt())
                                        .isEqualTo(2));

        assertThat(export(project, owner).get("a1").get("version").asInt()).isEqualTo(3);
        JsonNode newest = export(project, owner).get("a1");
        assertThat(newest.at("/answer/classId").asString()).isEqualTo("dog");
        assertThat(newest.at("/provenance/method").asString()).isEqualTo("one-coin/1");
        assertThat(newest.at("/provenance/reviews/0/clause").asString()).isEqualTo("2.1");
    }

    @Test
    void poisonIsSetAsideAndTheNextIsHandled() {
        String project = projectWith(2);
        TaskLabelled next = labelled(project, 1);
        byte[] key = next.taskId().getBytes(StandardCharsets.UTF_8);
        kafka.send(RESULTS, key, "not even JSON".getBytes(StandardCharsets.UTF_8)).join();
        publish(labelled("no-such-project", 1));

        publish(next);

        await().untilAsserted(
                        () ->
                                assertThat(status(export(project, owner).get("a1")))
                                        .isEqualTo("labelled"));
        await().untilAsserted(
                        () ->
                                assertThat(
                                                api.get(
                                                                "/v1/ops/task-service/dead-letters",
                                                                TestTokens.bearer("o1", "ops"))
                                                        .json()
                                                        .get("items")
                                                        .size())
                                        .isGreaterThanOrEqualTo(2));
    }

    @Test
    void aTaskWithoutResultIsWithdrawnOnce() {
        String project = projectWith(2);
        String id = taskId(project, "a1");
        String path = "/v1/tasks/" + id;

        Api.Answer first = api.post(path + "/withdraw", owner, "{\"reason\":\"sold\"}");
        Api.Answer again = api.post(path + "/withdraw", owner, "{\"reason\":\"other\"}");

        assertThat(again.json()).isEqualTo(first.json());
        await().untilAsserted(() -> assertThat(events(Topic.TASKS, id)).hasSize(2));
        assertThat(eventsOnly(Topic.TASKS, id).getLast())
                .isInstanceOfSatisfying(
                        TaskWithdrawn.class, e -> assertThat(e.reason()).isEqualTo("sold"));
        assertThat(api.post(path + "/withdraw", Api.requester("stranger"), "{}").problem())
                .isEqualTo("task-not-found");
        assertThat(api.post(path + "/withdraw", Api.partner("partner1"), "{}").status())
                .isEqualTo(403);
    }

    @Test
    void aDecidedTaskCannotBeWithdrawn() {
        String project = projectWith(2);
        TaskLabelled result = labelled(project, 1);
        publish(result);
        String path = "/v1/tasks/" + result.taskId();
        await().untilAsserted(
                        () ->
                                assertThat(api.get(path, owner).json().get("status").asString())
                                        .isEqualTo("labelled"));

        Api.Answer refused = api.post(path + "/withdraw", owner, "");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("task-decided");
    }

    @Test
    void tasksAreListedInPagesAndFoundByExternalId() {
        String project = projectWith(5);
        String path = "/v1/projects/" + project + "/tasks";

        JsonNode first = api.get(path + "?limit=3", owner).json();
        JsonNode second =
                api.get(path + "?limit=3&cursor=" + first.get("next").asString(), owner).json();

        assertThat(first.get("items").size()).isEqualTo(3);
        assertThat(second.get("items").size()).isEqualTo(2);
        assertThat(second.has("next")).isFalse();
        JsonNode found = api.get(path + "?externalId=a0", owner).json();
        assertThat(found.at("/items/0/status").asString()).isEqualTo("gold");
        assertThat(found.at("/items/0/gold/classId").asString()).isEqualTo("dog");
        JsonNode forPartner =
                api.get(path + "?externalId=a0", Api.partner("partner1")).json().at("/items/0");
        assertThat(forPartner.get("status").asString()).isEqualTo("pending");
        assertThat(forPartner.has("gold")).isFalse();
        String id = found.at("/items/0/id").asString();
        assertThat(api.get("/v1/tasks/" + id, Api.partner("partner2")).status()).isEqualTo(404);
    }
}
