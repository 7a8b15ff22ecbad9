package io.assay.task.gold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.assay.events.Answer;
import io.assay.events.Decider;
import io.assay.events.Ids;
import io.assay.events.TaskCreated;
import io.assay.events.TaskLabelled;
import io.assay.events.Topic;
import io.assay.messaging.EventPublisher;
import io.assay.messaging.Outgoing;
import io.assay.messaging.TestClock;
import io.assay.task.Api;
import io.assay.task.ServiceTest;
import io.assay.web.TestTokens;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class GoldProposalIT extends ServiceTest {

    @Autowired private EventPublisher publisher;

    private final String owner = Api.requester("r" + UUID.randomUUID());

    @Test
    void proposesWhatIsSureOnceAndMakesOneGoldTaskOfIt() {
        String project = api.published(owner, "category");
        labelled(project, 0.995, 0.999, 0.95, 1);
        publishFewLabels(project);

        assertThat(proposed(project)).containsExactlyInAnyOrder("a0", "a1", "a3");

        String first = taskId(project, "a0");
        JsonNode approved = post(project, first + "/approve?training=true").json();
        JsonNode again = post(project, first + "/approve").json();
        assertThat(again).isEqualTo(approved);
        assertThat(post(project, taskId(project, "a1") + "/decline").status()).isEqualTo(200);
        assertThat(post(project, taskId(project, "a1") + "/decline").status()).isEqualTo(200);

        assertThat(proposed(project)).containsExactly("a3");
        String gold = approved.get("goldTaskId").asString();
        assertThat(gold).isEqualTo(taskId(project, "gold-of-" + first));
        JsonNode progress = api.get("/v1/projects/" + project + "/progress", owner).json();
        assertThat(progress.get("gold").asInt()).isEqualTo(1);
        assertThat(progress.get("labelled").asInt()).isEqualTo(5);
    }

    /** A worker sees task ids, and could tell by them what was made of what. */
    @Test
    void nobodyElseCanComputeTheIdOfATask() {
        String project = api.published(owner, "category");
        labelled(project, 0.999);
        String first = taskId(project, "a0");

        String gold = approved(project, "a0", "");

        assertThat(first).matches("[0-9a-f]{32}").isNotEqualTo(Ids.taskId(project, "a0"));
        assertThat(gold)
                .matches("[0-9a-f]{32}")
                .isNotEqualTo(Ids.taskId(project, "gold-of-" + first));
        assertThat(taskId(project + "-another", "a0")).isNotEqualTo(first);
    }

    @Test
    void keepsTrainingGoldForTheTestOfAProjectThatHasOne() {
        String project = api.publishedOf(owner, tested());
        labelled(project, 0.999, 0.999);

        String asked = approved(project, "a0", "?training=true");
        String hidden = approved(project, "a1", "");

        await().untilAsserted(
                        () -> {
                            assertThat(reserved(asked)).containsExactly(true);
                            assertThat(reserved(hidden)).containsExactly((Boolean) null);
                        });
    }

    private String approved(String project, String externalId, String query) {
        return post(project, taskId(project, externalId) + "/approve" + query)
                .json()
                .get("goldTaskId")
                .asString();
    }

    private List<Boolean> reserved(String taskId) {
        return events(Topic.TASKS, taskId).stream()
                .map(told -> ((TaskCreated) told.event()).reserved())
                .toList();
    }

    private static String tested() {
        return Api.project("Animals", "category")
                .replace(
                        "\"minTier\":1",
                        "\"minTier\":1,\"qualification\":{\"samples\":1,\"questions\":2,"
                                + "\"passMark\":1,\"attempts\":2,\"retakeSeconds\":0}");
    }

    @Test
    void pagesThroughAllTasks() {
        String project = api.published(owner, "category");
        labelled(project, 0.995, 0.999, 0.95, 1);

        JsonNode page = get(project, "?limit=3").json();
        JsonNode rest = get(project, "?limit=3&cursor=" + page.get("next").asString()).json();

        assertThat(page.get("examined").asInt()).isEqualTo(3);
        assertThat(rest.get("examined").asInt()).isEqualTo(1);
        assertThat(rest.has("next")).isFalse();
        assertThat(page.get("items").size() + rest.get("items").size()).isEqualTo(3);
        assertThat(get(project, "?cursor=0").status()).isEqualTo(400);
    }

    @Test
    void nobodyElseMayLookOrDecide() {
        String project = api.published(owner, "category");
        labelled(project, 0.999);
        String task = taskId(project, "a0");
        String path = "/v1/projects/" + project + "/gold/proposals";
        String other = Api.requester("r" + UUID.randomUUID());

        assertThat(api.get(path, other).problem()).isEqualTo("project-not-found");
        assertThat(api.post(path + "/" + task + "/approve", other, "").problem())
                .isEqualTo("project-not-found");
        assertThat(api.get(path, TestTokens.bearer("w", "worker")).status()).isEqualTo(403);
        assertThat(api.get(path, Api.partner("partner1")).status()).isEqualTo(403);
        assertThat(api.post(path + "/" + task + "/decline", Api.partner("partner1"), "").status())
                .isEqualTo(403);
        assertThat(post(project, "nothing/approve").problem()).isEqualTo("task-not-found");
        assertThat(get(project, "?limit=201").problem()).isEqualTo("bad-limit");
        assertThat(get(project, "?minConfidence=1.1").problem()).isEqualTo("invalid-filter");
    }

    private List<String> proposed(String project) {
        return get(project, "")
                .json()
                .get("items")
                .valueStream()
                .map(item -> item.get("externalId").asString())
                .toList();
    }

    private Api.Answer get(String project, String query) {
        return api.get("/v1/projects/" + project + "/gold/proposals" + query, owner);
    }

    private Api.Answer post(String project, String path) {
        return api.post("/v1/projects/" + project + "/gold/proposals/" + path, owner, "");
    }

    private void labelled(String project, double... confidences) {
        imports(project, confidences.length, 0);
        for (int i = 0; i < confidences.length; i++) {
            publish(project, "a" + i, confidences[i], 3);
        }
        awaitLabelled(project, confidences.length);
    }

    private void publishFewLabels(String project) {
        imports(project, 1, 90);
        publish(project, "a90", 0.999, 2);
        awaitLabelled(project, 5);
    }

    private void imports(String project, int count, int from) {
        String rows =
                IntStream.range(from, from + count)
                        .mapToObj(
                                i ->
                                        "{\"externalId\":\"a%d\",\"url\":\"https://pictures.example.org/%d\"}"
                                                .formatted(i, i))
                        .collect(Collectors.joining("\n"));
        api.imports(project, owner, rows);
    }

    private void publish(String project, String externalId, double confidence, int labels) {
        TaskLabelled result =
                new TaskLabelled(
                        taskId(project, externalId),
                        project,
                        externalId,
                        1,
                        new Answer.Category("cat"),
                        confidence,
                        labels,
                        Decider.CONSENSUS,
                        1,
                        TestClock.NOON);
        publisher.publish(List.of(new Outgoing(UUID.randomUUID().toString(), 0, result, null)));
    }

    private void awaitLabelled(String project, int count) {
        await().until(
                        () ->
                                api.get("/v1/projects/" + project + "/progress", owner)
                                                .json()
                                                .get("labelled")
                                                .asInt()
                                        == count);
    }
}
