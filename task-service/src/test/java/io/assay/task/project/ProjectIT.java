package io.assay.task.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.assay.events.Money;
import io.assay.events.ProjectChanged;
import io.assay.events.ProjectStatus;
import io.assay.events.Tool;
import io.assay.events.Topic;
import io.assay.messaging.Envelope;
import io.assay.task.Api;
import io.assay.task.ServiceTest;
import io.assay.task.picture.Samples;
import io.assay.web.TestTokens;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class ProjectIT extends ServiceTest {

    private static final String BODY = Api.project("Animals", "category");

    private final String owner = Api.requester("r" + UUID.randomUUID());

    private Api.Answer created() {
        return api.post("/v1/projects", owner, BODY);
    }

    @Test
    void aGuidelineShowsUploadsOfItsRequesterAlone() {
        byte[] picture = Samples.png(12, 10, 3);
        String ref = api.upload(picture, Api.requester("another")).json().get("ref").asString();
        String shown = "{\"markdown\":\"![a cat](" + ref + ")\"}";
        Api.Answer project = created();
        String path = "/v1/projects/" + project.json().get("id").asString() + "/guideline";

        Api.Answer refused = api.put(path, owner, shown, "If-Match", project.etag());
        api.upload(picture, owner);
        Api.Answer taken = api.put(path, owner, shown, "If-Match", project.etag());

        assertThat(refused.problem()).isEqualTo("invalid-project");
        assertThat(refused.text()).contains("/guideline", "an upload of your own");
        assertThat(taken.status()).as(taken.text()).isEqualTo(200);
        assertThat(taken.json().get("guidelineVersion").asInt()).isEqualTo(2);
    }

    /** Each part keeps its limit, and all together are more than a broker takes. */
    @Test
    void refusesWhatNoEventCouldHold() {
        String attributes =
                IntStream.range(0, 50)
                        .mapToObj(
                                i ->
                                        "{\"id\":\"a%d\",\"name\":\"b\",\"type\":\"flag\",\"required\":true}"
                                                .formatted(i))
                        .collect(Collectors.joining(","));
        String classes =
                IntStream.range(0, 376)
                        .mapToObj(
                                i ->
                                        "{\"id\":\"c%d\",\"name\":\"c\",\"attributes\":[%s]}"
                                                .formatted(i, attributes))
                        .collect(Collectors.joining(","));
        String large =
                Api.project("Large", "box")
                        .replaceAll("\"classes\":\\[.*?]}", "\"classes\":[" + classes + "]}");
        assertThat(large.length()).isBetween(1_000_000, 1_048_576);

        Api.Answer refused = api.post("/v1/projects", owner, large);
        Api.Answer project = created();
        Api.Answer edited =
                api.put(
                        "/v1/projects/" + project.json().get("id").asString(),
                        owner,
                        large,
                        "If-Match",
                        project.etag());

        assertThat(refused.status()).as(refused.text()).isEqualTo(422);
        assertThat(refused.problem()).isEqualTo("invalid-project");
        assertThat(refused.text()).contains("expected: at most 1,000,000");
        assertThat(edited.problem()).isEqualTo("invalid-project");
        assertThat(created().status()).isEqualTo(201);
    }

    @Test
    void everyChangeIsToldWhole() {
        Api.Answer draft = created();
        String id = draft.json().get("id").asString();
        String path = "/v1/projects/" + id;
        String v2 = api.post(path + "/publish", owner, "", "If-Match", draft.etag()).etag();
        String v3 =
                api.put(path + "/guideline", owner, "{\"markdown\":\"Look.\"}", "If-Match", v2)
                        .etag();
        Api.Answer paused = api.post(path + "/pause", owner, "", "If-Match", v3);

        assertThat(draft.status()).isEqualTo(201);
        assertThat(draft.header("Location")).isEqualTo(path);
        assertThat(draft.etag()).isEqualTo("\"1\"");
        assertThat(paused.etag()).isEqualTo("\"4\"");
        await().untilAsserted(() -> assertThat(events(Topic.PROJECTS, id)).hasSize(4));
        List<Envelope> told = events(Topic.PROJECTS, id);
        assertThat(told).extracting(Envelope::sequence).containsExactly(1L, 2L, 3L, 4L);
        assertThat(told)
                .extracting(Envelope::id)
                .containsExactly(id + ":1", id + ":2", id + ":3", id + ":4");
        ProjectChanged last = (ProjectChanged) told.getLast().event();
        assertThat(last.status()).isEqualTo(ProjectStatus.PAUSED);
        assertThat(last.ontology().tool()).isEqualTo(Tool.CATEGORY);
        assertThat(last.guideline().version()).isEqualTo(2);
        assertThat(last.guideline().markdown()).isEqualTo("Look.");
        assertThat(last.rateCard().base()).isEqualTo(new Money(150, "INR"));
        assertThat(last.rateCard().tierPermille()).containsEntry(2, 1_200);
        assertThat(last.partners()).containsExactly("partner1");
    }

    @Test
    void aReplacedGuidelineCanStillBeRead() {
        String id = api.published(owner, "category");
        String path = "/v1/projects/" + id;
        String etag = api.get(path, owner).etag();
        api.put(path + "/guideline", owner, "{\"markdown\":\"Look.\"}", "If-Match", etag);

        JsonNode first = api.get(path + "/guidelines/1", owner).json();
        JsonNode second = api.get(path + "/guidelines/2", Api.partner("partner1")).json();

        assertThat(first.get("markdown").asString()).isEqualTo("Say what it **shows**.");
        assertThat(second.get("markdown").asString()).isEqualTo("Look.");
        assertThat(api.get(path + "/guidelines/3", owner).problem())
                .isEqualTo("guideline-not-found");
        assertThat(api.get(path + "/guidelines/1", Api.requester("stranger")).problem())
                .isEqualTo("project-not-found");
        String reviewer = TestTokens.bearer("reviewer1", "reviewer");
        assertThat(api.get(path + "/guidelines/1", reviewer).json().get("version").asInt())
                .isEqualTo(1);
        assertThat(api.get(path, reviewer).problem()).isEqualTo("forbidden");
        assertThat(api.get("/v1/projects/none/guidelines/1", reviewer).problem())
                .isEqualTo("project-not-found");
        assertThat(api.get(path + "/guidelines/1", TestTokens.bearer("w1", "worker")).problem())
                .isEqualTo("forbidden");
    }

    @Test
    void tellsWhatChangedBetweenTwoVersions() {
        String id = api.published(owner, "category");
        String path = "/v1/projects/" + id;
        String body = "{\"markdown\":\"Look.\",\"change\":\"editorial\"}";
        Api.Answer edited =
                api.put(path + "/guideline", owner, body, "If-Match", api.get(path, owner).etag());

        JsonNode changes = api.get(path + "/guidelines/2/changes?since=1", owner).json();

        assertThat(edited.json().get("guidelineVersion").asInt()).isEqualTo(2);
        assertThat(edited.json().get("guidelineMaterialSince").asInt()).isEqualTo(1);
        assertThat(changes.at("/changes/0/removed/0").asString())
                .isEqualTo("Say what it **shows**.");
        assertThat(changes.at("/changes/0/added/0").asString()).isEqualTo("Look.");
        assertThat(api.get(path + "/guidelines/2/changes?since=2", owner).json().get("changes"))
                .isEmpty();
        assertThat(api.get(path + "/guidelines/2/changes?since=3", owner).problem())
                .isEqualTo("guideline-not-found");
        assertThat(api.get(path + "/guidelines/2/changes", owner).problem())
                .isEqualTo("invalid-request");
        assertThat(
                        api.get(path + "/guidelines/2/changes?since=1", Api.requester("stranger"))
                                .problem())
                .isEqualTo("project-not-found");
        assertThat(
                        api.get(
                                        path + "/guidelines/2/changes?since=1",
                                        TestTokens.bearer("w1", "worker"))
                                .status())
                .isEqualTo(403);
    }

    @Test
    void aRepeatedCreationGivesTheSameProject() {
        String key = UUID.randomUUID().toString();

        Api.Answer first = api.post("/v1/projects", owner, BODY, "Idempotency-Key", key);
        Api.Answer again = api.post("/v1/projects", owner, BODY, "Idempotency-Key", key);
        Api.Answer other =
                api.post(
                        "/v1/projects",
                        owner,
                        Api.project("Other", "category"),
                        "Idempotency-Key",
                        key);

        assertThat(again.status()).isEqualTo(201);
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.problem()).isEqualTo("idempotency-key-reused");
    }

    @Test
    void aChangeHasToNameTheVersionThatItIsBasedOn() {
        Api.Answer draft = created();
        String path = "/v1/projects/" + draft.json().get("id").asString();

        assertThat(api.put(path, owner, BODY).status()).isEqualTo(428);
        assertThat(api.put(path, owner, BODY, "If-Match", "\"7\"").problem())
                .isEqualTo("stale-version");
        assertThat(api.put(path, owner, BODY, "If-Match", "seven").status()).isEqualTo(400);
    }

    @Test
    void whatIsReadMayBeSentBack() {
        Api.Answer draft = created();
        String path = "/v1/projects/" + draft.json().get("id").asString();

        Api.Answer same = api.put(path, owner, draft.text(), "If-Match", draft.etag());

        assertThat(same.status()).isEqualTo(200);
        assertThat(same.etag()).isEqualTo(draft.etag());
        assertThat(same.json()).isEqualTo(draft.json());
    }

    @Test
    void aPublishedProjectKeepsItsOntology() {
        String id = api.published(owner, "category");
        Api.Answer read = api.get("/v1/projects/" + id, owner);

        Api.Answer refused =
                api.put(
                        "/v1/projects/" + id,
                        owner,
                        Api.project("Animals", "tags"),
                        "If-Match",
                        read.etag());

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("project-frozen");
        assertThat(refused.json().get("pointers").get(0).asString()).isEqualTo("/ontology");
        Api.Answer again =
                api.post("/v1/projects/" + id + "/publish", owner, "", "If-Match", read.etag());
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.problem()).isEqualTo("project-status");
    }

    @Test
    void tellsEveryBrokenRule() {
        ObjectNode body = (ObjectNode) new JsonMapper().readTree(BODY);
        body.put("goldRate", 0.7).put("holdDays", -1);

        Api.Answer refused = api.post("/v1/projects", owner, body.toString());

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.problem()).isEqualTo("invalid-project");
        assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
        List<String> pointers = new ArrayList<>();
        for (JsonNode error : refused.json().get("errors")) {
            pointers.add(error.get("pointer").asString());
        }
        assertThat(pointers).containsExactly("/goldRate", "/holdDays");
        assertThat(api.post("/v1/projects", owner, "{}").problem()).isEqualTo("invalid-project");
    }

    @Test
    void holdsATestToItsLimits() {
        ObjectNode good = (ObjectNode) new JsonMapper().readTree(BODY);
        ObjectNode test =
                good.putObject("tierRule")
                        .put("skill", "animals")
                        .put("minTier", 2)
                        .putObject("qualification");
        test.put("samples", 5).put("questions", 10).put("passMark", 0.8);
        test.put("attempts", 3).put("retakeSeconds", 86_400).put("requalify", true);
        ObjectNode bad = good.deepCopy();
        ObjectNode broken = (ObjectNode) bad.at("/tierRule/qualification");
        broken.put("samples", 51).put("questions", 0).put("passMark", 0);
        broken.put("attempts", 21).put("retakeSeconds", -1);

        Api.Answer created = api.post("/v1/projects", owner, good.toString());
        Api.Answer refused = api.post("/v1/projects", owner, bad.toString());

        assertThat(created.json().at("/tierRule/qualification"))
                .isEqualTo(good.at("/tierRule/qualification"));
        assertThat(refused.problem()).isEqualTo("invalid-project");
        assertThat(refused.json().get("errors").valueStream())
                .extracting(error -> error.get("pointer").asString())
                .containsExactly(
                        "/tierRule/qualification/samples",
                        "/tierRule/qualification/questions",
                        "/tierRule/qualification/passMark",
                        "/tierRule/qualification/attempts",
                        "/tierRule/qualification/retakeSeconds");
        broken.remove("questions");
        assertThat(api.post("/v1/projects", owner, bad.toString()).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "{\"colour\":\"red\"}",
                "{\"goldRate\":\"0.1\"}",
                "{\"ontology\":{\"tool\":\"hologram\",\"classes\":[]}}",
                "{\"ontology\":{\"tool\":\"tags\"}}",
                "{\"budget\":{\"minor\":1.5,\"currency\":\"INR\"}}",
                "{\"budget\":{\"minor\":1,\"currency\":\"rupees\"}}",
                "{\"partners\":[null]}",
                "{\"allowedHosts\":[null]}",
                "{\"rateCard\":{\"tierPermille\":{\"2\":null}}}",
                "{\"rateCard\":{\"tierPermille\":{\"two\":1}}}",
                "{\"ontology\":{\"tool\":\"tags\",\"classes\":[null]}}",
                "{\"name\":\"a\",\"name\":\"b\"}"
            })
    void refusesMalformedBodies(String body) {
        Api.Answer refused = api.post("/v1/projects", owner, body);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
    }

    @Test
    void showsAProjectToOwnerAndPartnersOnly() {
        String id = created().json().get("id").asString();
        String path = "/v1/projects/" + id;
        String stranger = Api.requester("someone-else");

        assertThat(api.get(path, owner).status()).isEqualTo(200);
        assertThat(api.get(path, Api.partner("partner1")).status()).isEqualTo(200);
        assertThat(api.get(path, Api.partner("partner2")).status()).isEqualTo(404);
        assertThat(api.get(path, stranger).problem()).isEqualTo("project-not-found");
        assertThat(api.post(path + "/publish", stranger, "", "If-Match", "\"1\"").status())
                .isEqualTo(404);
        assertThat(api.put(path, Api.partner("partner1"), BODY, "If-Match", "\"1\"").status())
                .isEqualTo(403);
    }

    @Test
    void deniesWhoHasNoTokenOrNotTheRole() {
        String id = created().json().get("id").asString();

        for (String path :
                List.of(
                        "/v1/projects",
                        "/v1/projects/" + id,
                        "/v1/projects/" + id + "/tasks",
                        "/v1/projects/" + id + "/results",
                        "/v1/projects/" + id + "/progress",
                        "/v1/projects/" + id + "/imports",
                        "/v1/tasks/abc")) {
            assertThat(api.get(path, "").status()).as(path).isEqualTo(401);
            assertThat(api.get(path, "Bearer nonsense").status()).as(path).isEqualTo(401);
            assertThat(api.get(path, TestTokens.bearer("w1", "worker")).status())
                    .as(path)
                    .isEqualTo(403);
        }
        assertThat(api.post("/v1/projects", TestTokens.bearer("w1", "worker"), BODY).status())
                .isEqualTo(403);
        assertThat(api.get("/v1/ops/task-service/dead-letters", owner).status()).isEqualTo(403);
    }

    @Test
    void listsInPages() {
        for (int i = 0; i < 3; i++) {
            created();
        }

        List<String> seen = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = api.get("/v1/projects?limit=2" + cursor, owner).json();
            page.get("items").forEach(item -> seen.add(item.get("id").asString()));
            cursor = page.has("next") ? "&cursor=" + page.get("next").asString() : "";
        } while (!cursor.isEmpty());

        assertThat(seen).hasSize(3).doesNotHaveDuplicates().isSorted();
        assertThat(api.get("/v1/projects?limit=0", owner).status()).isEqualTo(400);
        assertThat(api.get("/v1/projects?limit=x", owner).status()).isEqualTo(400);
    }

    @Test
    void describesItself() {
        JsonNode description = api.get("/v3/api-docs", "").json();

        assertThat(description.get("paths").propertyNames())
                .contains("/v1/projects", "/v1/pictures", "/v1/projects/{projectId}/imports");
        Api.Answer ready = api.get("/actuator/health/readiness", "");
        assertThat(ready.status()).as(ready.text()).isEqualTo(200);
        assertThat(api.get("/actuator/prometheus", "").text()).contains("jvm_memory");
    }
}
