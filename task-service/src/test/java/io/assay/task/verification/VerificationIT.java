package io.assay.task.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.assay.events.Answer;
import io.assay.events.Decider;
import io.assay.events.TaskLabelled;
import io.assay.messaging.EventPublisher;
import io.assay.messaging.Outgoing;
import io.assay.messaging.TestClock;
import io.assay.task.Api;
import io.assay.task.ServiceTest;
import io.assay.web.TestTokens;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class VerificationIT extends ServiceTest {

    @Autowired private EventPublisher publisher;

    private final String owner = Api.requester("r" + UUID.randomUUID());

    @Test
    void makesOneTaskOfEachResultHoweverOftenItIsAsked() {
        String verified = labelled(owner, 0.6, 0.7, 0.95);
        String verifying = verifying(owner);

        List<JsonNode> calls = all(owner, verifying, verified, "\"limit\":2");
        assertThat(sum(calls, "examined")).isEqualTo(4);
        assertThat(sum(calls, "created")).isEqualTo(3);

        assertThat(sum(all(owner, verifying, verified, "\"limit\":1"), "duplicates")).isEqualTo(3);
        List<JsonNode> tasks = tasks(verifying);
        assertThat(tasks)
                .extracting(task -> task.get("externalId").asString())
                .containsExactlyInAnyOrder(
                        taskId(verified, "a0"), taskId(verified, "a1"), taskId(verified, "a2"));
    }

    @Test
    void takesWhatTheFilterTakes() {
        String verified = labelled(owner, 0.6, 0.7, 0.95);
        String verifying = verifying(owner);

        assertThat(
                        sum(
                                all(
                                        owner,
                                        verifying,
                                        verified,
                                        "\"minConfidence\":0.65,\"maxConfidence\":0.9"),
                                "created"))
                .isEqualTo(1);
        assertThat(sum(all(owner, verifying, verified, "\"classIds\":[\"dog\"]"), "created"))
                .isZero();
        assertThat(sum(all(owner, verifying, verified, "\"classIds\":[\"cat\"]"), "created"))
                .isEqualTo(2);
    }

    @Test
    void bothProjectsHaveToBeTheCallers() {
        String other = Api.requester("r" + UUID.randomUUID());
        String verified = labelled(owner, 0.9);
        String verifying = verifying(other);

        assertThat(call(other, verifying, verified, "").problem()).isEqualTo("project-not-found");
        assertThat(call(owner, verifying, verified, "").problem()).isEqualTo("project-not-found");
        assertThat(call(Api.partner("partner1"), verifying, verified, "").status()).isEqualTo(403);
        assertThat(call(TestTokens.bearer("w", "worker"), verifying, verified, "").status())
                .isEqualTo(403);
        assertThat(call("", verifying, verified, "").status()).isEqualTo(401);
    }

    @Test
    void refusesProjectsThatDoNotFitAndFiltersOutOfRange() {
        String verified = labelled(owner, 0.9);
        String boxes = api.published(owner, "box");
        String verifying = verifying(owner);

        assertThat(call(owner, verified, verified, "").problem())
                .isEqualTo("verification-mismatch");
        assertThat(call(owner, verifying, boxes, "").problem()).isEqualTo("verification-mismatch");
        for (String filter :
                List.of(
                        "\"limit\":0",
                        "\"limit\":1001",
                        "\"minConfidence\":-0.1",
                        "\"maxConfidence\":1.1",
                        "\"minConfidence\":0.9,\"maxConfidence\":0.8")) {
            assertThat(call(owner, verifying, verified, filter).problem())
                    .isEqualTo("invalid-filter");
        }
    }

    @Test
    void aRowToVerifyHasAPreLabel() {
        String verifying = verifying(owner);
        String row =
                "{\"externalId\":\"x\",\"url\":\"https://pictures.example.org/x\","
                        + "\"gold\":{\"tool\":\"verification\",\"correct\":false}%s}\n";

        JsonNode without = api.imports(verifying, owner, row.formatted("")).json();
        JsonNode with =
                api.imports(
                                verifying,
                                owner,
                                row.formatted(
                                        ",\"preLabel\":{\"tool\":\"category\",\"classId\":\"cat\"}"))
                        .json();

        assertThat(without.get("rejected").asInt()).isEqualTo(1);
        assertThat(with.get("created").asInt()).isEqualTo(1);
    }

    /** Category results of these confidences, and one task without a result. */
    private String labelled(String token, double... confidences) {
        String project = api.published(token, "category");
        String rows =
                IntStream.rangeClosed(0, confidences.length)
                        .mapToObj(
                                i ->
                                        "{\"externalId\":\"a%d\",\"url\":\"https://pictures.example.org/%d\"}"
                                                .formatted(i, i))
                        .collect(Collectors.joining("\n"));
        api.imports(project, token, rows);
        for (int i = 0; i < confidences.length; i++) {
            publish(project, "a" + i, confidences[i]);
        }
        await().until(
                        () ->
                                api.get("/v1/projects/" + project + "/progress", token)
                                                .json()
                                                .get("labelled")
                                                .asInt()
                                        == confidences.length);
        return project;
    }

    private void publish(String project, String externalId, double confidence) {
        TaskLabelled result =
                new TaskLabelled(
                        taskId(project, externalId),
                        project,
                        externalId,
                        1,
                        new Answer.Category("cat"),
                        confidence,
                        3,
                        Decider.CONSENSUS,
                        1,
                        TestClock.NOON);
        publisher.publish(List.of(new Outgoing(UUID.randomUUID().toString(), 0, result, null)));
    }

    private String verifying(String token) {
        String body =
                Api.project("Verify", "verification")
                        .replace(
                                "\"tool\":\"verification\"",
                                "\"tool\":\"verification\",\"verifies\":\"category\"");
        Api.Answer created = api.post("/v1/projects", token, body);
        String id = created.json().get("id").asString();
        api.post("/v1/projects/" + id + "/publish", token, "", "If-Match", created.etag());
        return id;
    }

    private List<JsonNode> all(String token, String verifying, String verified, String filter) {
        List<JsonNode> calls = new ArrayList<>();
        JsonNode call = call(token, verifying, verified, filter).json();
        calls.add(call);
        while (call.has("next")) {
            call = call(token, verifying, verified, filter, call.get("next").asString()).json();
            calls.add(call);
        }
        return calls;
    }

    private Api.Answer call(String token, String verifying, String verified, String filter) {
        return post(token, verifying, verified, filter, "");
    }

    private Api.Answer call(
            String token, String verifying, String verified, String filter, String cursor) {
        return post(token, verifying, verified, filter, ",\"cursor\":\"" + cursor + "\"");
    }

    private Api.Answer post(
            String token, String verifying, String verified, String filter, String more) {
        return api.post(
                "/v1/projects/" + verifying + "/verifications",
                token,
                "{\"fromProject\":\"%s\",\"filter\":{%s}%s}".formatted(verified, filter, more));
    }

    private static int sum(List<JsonNode> calls, String field) {
        return calls.stream().mapToInt(call -> call.get(field).asInt()).sum();
    }

    private List<JsonNode> tasks(String project) {
        return api.get("/v1/projects/" + project + "/tasks", owner)
                .json()
                .get("items")
                .valueStream()
                .toList();
    }
}
