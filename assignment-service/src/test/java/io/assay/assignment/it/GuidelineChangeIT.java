package io.assay.assignment.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.assay.assignment.Fixtures;
import io.assay.assignment.it.Instance.Response;
import io.assay.events.ApplicationRule;
import io.assay.events.Guideline;
import io.assay.events.LabelSubmitted;
import io.assay.events.TaskKind;
import io.assay.events.Topic;
import io.assay.messaging.Engines;
import io.assay.web.TestTokens;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A guideline changes in mid-project: nobody is judged by a version that they had not seen. */
class GuidelineChangeIT {

    private static final String OLD = "# Animals\nCats are cats.\nDogs are dogs.\n";
    private static final String NEW = "# Animals\nCats are cats.\nWolves are dogs.\n";
    private static final AtomicInteger NAMES = new AtomicInteger();

    private static Engines engines;
    private static Instance service;
    private static Topics topics;

    private final String project = "g" + NAMES.incrementAndGet();
    private final String early = "early" + NAMES.incrementAndGet();
    private final String late = "late" + NAMES.incrementAndGet();

    @BeforeAll
    static void start() {
        engines = Engines.start();
        service = Instance.start(engines, "guidelines");
        topics = new Topics(engines, List.of(Topic.LABELS.topicName()));
    }

    @AfterAll
    static void stop() {
        topics.close();
        service.close();
        engines.close();
    }

    @Test
    void judgesNobodyByAVersionThatTheyHadNotSeen() {
        opened();
        service.acknowledge(early, project, 1);
        List<String> before = ids(leased(early));

        change(2, NEW, null);
        awaitVersion(2);

        // what was leased before is answered, and judged, by the version of then
        before.forEach(id -> assertThat(service.label(early, id, "cat").status()).isEqualTo(200));
        // no further lease without the new one, for those who know the old one and for others
        for (String worker : List.of(early, late)) {
            Response refused = lease(worker);
            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.problem()).isEqualTo("/problems/guideline-not-acknowledged");
            assertThat(refused.body().get("projectId").asString()).isEqualTo(project);
            assertThat(refused.body().get("version").asInt()).isEqualTo(2);
        }
        assertThat(service.acknowledge(early, project, 1).problem())
                .isEqualTo("/problems/guideline-outdated");
        assertThat(service.acknowledge(early, project, 2).status()).isEqualTo(200);
        List<String> after = ids(leased(early));
        after.forEach(id -> assertThat(service.label(early, id, "cat").status()).isEqualTo(200));

        await().untilAsserted(
                        () ->
                                assertThat(labels())
                                        .hasSize(before.size() + after.size())
                                        .allSatisfy(
                                                label ->
                                                        assertThat(label.terms().guidelineVersion())
                                                                .isEqualTo(
                                                                        before.contains(
                                                                                        label
                                                                                                .assignmentId())
                                                                                ? 1
                                                                                : 2)));
    }

    @Test
    void tellsWhyThereIsNoWorkAndWhatChanged() {
        opened();
        service.acknowledge(early, project, 1);

        change(2, NEW, null);
        awaitVersion(2);

        JsonNode why =
                service.get(early, "/v1/work/why?projectId=" + project).body().at("/items/0");
        assertThat(why.get("open").asInt()).isZero();
        assertThat(why.at("/reasons/0/reason").asString()).isEqualTo("guideline-not-acknowledged");
        assertThat(why.at("/reasons/0/has").asInt()).isEqualTo(1);
        assertThat(why.at("/reasons/0/needs").asInt()).isEqualTo(2);
        assertThat(service.get(early, "/v1/work/" + project).body().get("acknowledged").asInt())
                .isEqualTo(1);

        JsonNode changes = changes(early, "").body();
        assertThat(changes.get("since").asInt()).isEqualTo(1);
        assertThat(changes.get("version").asInt()).isEqualTo(2);
        assertThat(changes.get("changes")).hasSize(1);
        assertThat(changes.at("/changes/0/line").asInt()).isEqualTo(3);
        assertThat(changes.at("/changes/0/removed/0").asString()).isEqualTo("Dogs are dogs.");
        assertThat(changes.at("/changes/0/added/0").asString()).isEqualTo("Wolves are dogs.");
        assertThat(changes(late, "").body().at("/changes/0/added")).hasSize(3);
        assertThat(changes(late, "?since=7").problem()).isEqualTo("/problems/guideline-not-found");
    }

    @Test
    void lastsThroughAnEditorialChange() {
        opened();
        service.acknowledge(early, project, 1);

        change(2, OLD + "\n", 1);
        awaitVersion(2);

        assertThat(leased(early).assignments())
                .isNotEmpty()
                .allSatisfy(one -> assertThat(one.get("guidelineVersion").asInt()).isEqualTo(1));
        assertThat(lease(late).body().get("version").asInt()).isEqualTo(2);
    }

    @Test
    void namesAGuidelineToReadWhereAnyWorkIsAskedFor() {
        opened();

        Response refused = service.postOnce(late, "/v1/leases", "{\"held\":false}");
        Response held = service.postOnce(late, "/v1/leases", "{\"held\":true}");

        assertThat(refused.problem()).isEqualTo("/problems/guideline-not-acknowledged");
        assertThat(held.status()).isEqualTo(200);
        assertThat(held.body().at("/problem/type").asString())
                .isEqualTo("/problems/guideline-not-acknowledged");
        assertThat(service.get(late, "/v1/work").body().get("items").valueStream())
                .filteredOn(item -> item.get("id").asString().equals(project))
                .singleElement()
                .satisfies(item -> assertThat(item.get("acknowledge").asInt()).isEqualTo(1));
    }

    @Test
    void tellsWhereThePicturesAreThatTheGuidelineShows() {
        String upload = "picture:" + "ab".repeat(32);
        String elsewhere = "https://pictures.example.org/dog.png";
        opened();
        change(
                2,
                "![a cat](%s) ![a dog](%s) ![a cow](/v1/pictures/x)".formatted(upload, elsewhere),
                null);
        awaitVersion(2);

        JsonNode pictures = service.get(late, "/v1/work/" + project).body().get("pictures");

        assertThat(pictures.propertyNames()).containsExactly(upload, elsewhere);
        assertThat(pictures.valueStream().map(JsonNode::asString))
                .allSatisfy(
                        link ->
                                assertThat(link)
                                        .startsWith("/v1/pictures/")
                                        .contains("exp=", "sig=")
                                        .doesNotContain("abab", "example"));
    }

    @Test
    void deniesWhoMayNot() {
        opened();

        assertThat(service.acknowledge("nobody" + project, project, 1).problem())
                .isEqualTo("/problems/worker-not-found");
        assertThat(service.acknowledge(early, "nowhere", 1).problem())
                .isEqualTo("/problems/project-not-found");
        String path = "/v1/work/" + project + "/guideline/changes";
        assertThat(service.send(service.request(path)).status()).isEqualTo(401);
        assertThat(
                        service.send(
                                        service.request(path)
                                                .header(
                                                        "Authorization",
                                                        TestTokens.bearer("x", "requester")))
                                .status())
                .isEqualTo(403);
    }

    @Test
    void takesNewWorkersWhileItSaysSoAndHasPlaces() {
        opened();
        service.acknowledge(early, project, 1);
        apply(new ApplicationRule(null, Fixtures.NOW.minusSeconds(1), null));
        await().until(() -> reasons(late).contains("applications-closed"));

        assertThat(service.acknowledge(late, project, 1).problem())
                .isEqualTo("/problems/applications-closed");
        assertThat(lease(late).status()).isEqualTo(409);
        assertThat(reasons(early)).doesNotContain("applications-closed");
        assertThat(lease(early).status()).isEqualTo(200);

        String third = "third" + NAMES.incrementAndGet();
        service.apply(third);
        apply(new ApplicationRule(null, null, 1));
        await().until(() -> !reasons(late).contains("applications-closed"));
        assertThat(service.acknowledge(late, project, 1).status()).isEqualTo(200);
        assertThat(service.acknowledge(late, project, 1).status()).isEqualTo(200);
        assertThat(service.acknowledge(third, project, 1).problem())
                .isEqualTo("/problems/no-place-left");
        assertThat(service.acknowledge(early, project, 1).status()).isEqualTo(200);
        assertThat(
                        service.get(third, "/v1/work/projects?projectId=" + project)
                                .body()
                                .at("/items/0/applications/places")
                                .asInt(-1))
                .isZero();
    }

    private void apply(ApplicationRule rule) {
        Guideline guideline = new Guideline(1, "0".repeat(64), OLD, null);
        service.publish(Fixtures.applied(Fixtures.project(project, guideline), rule));
    }

    private String reasons(String worker) {
        return service.get(worker, "/v1/work/why?projectId=" + project)
                .body()
                .at("/items/0/reasons")
                .toString();
    }

    private void opened() {
        change(1, OLD, null);
        IntStream.range(0, 20)
                .forEach(
                        i ->
                                service.publish(
                                        Fixtures.task(project + "-" + i, project, TaskKind.WORK)));
        service.apply(early);
        service.apply(late);
        awaitVersion(1);
        await().until(
                        () ->
                                service.get(late, "/v1/work/why?projectId=" + project)
                                                .body()
                                                .at("/items/0/reasons")
                                                .size()
                                        == 1);
    }

    private void change(int version, String text, @Nullable Integer materialSince) {
        Guideline guideline = new Guideline(version, "0".repeat(64), text, materialSince);
        service.publish(Fixtures.project(project, guideline));
    }

    private void awaitVersion(int version) {
        await().until(
                        () ->
                                service.get(late, "/v1/work/" + project)
                                                .body()
                                                .at("/guideline/version")
                                                .asInt(0)
                                        == version);
    }

    private Response lease(String worker) {
        return service.postOnce(worker, "/v1/leases", "{\"projectId\":\"" + project + "\"}");
    }

    private Response leased(String worker) {
        return await().until(
                        () -> lease(worker),
                        response -> response.status() == 200 && response.assignments().size() > 1);
    }

    private Response changes(String worker, String query) {
        return service.get(worker, "/v1/work/" + project + "/guideline/changes" + query);
    }

    private static List<String> ids(Response lease) {
        return lease.assignments().stream().map(one -> one.get("assignmentId").asString()).toList();
    }

    private List<LabelSubmitted> labels() {
        return topics.events(LabelSubmitted.class).stream()
                .filter(label -> label.projectId().equals(project))
                .toList();
    }
}
