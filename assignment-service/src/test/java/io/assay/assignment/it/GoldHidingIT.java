package io.assay.assignment.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.assay.assignment.Fixtures;
import io.assay.assignment.dispatch.Dispatch;
import io.assay.assignment.it.Instance.Response;
import io.assay.assignment.task.MongoTasks;
import io.assay.events.Answer;
import io.assay.events.Decider;
import io.assay.events.Ids;
import io.assay.events.LeaseRule;
import io.assay.events.Media;
import io.assay.events.ProjectStatus;
import io.assay.events.TaskCreated;
import io.assay.events.TaskKind;
import io.assay.events.TaskLabelled;
import io.assay.messaging.Engines;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What workers are told through the API is alike for gold and work. */
class GoldHidingIT {

    private static final AtomicInteger NAMES = new AtomicInteger();
    private static final int TASKS = 40;

    private static Engines engines;
    private static Instance service;

    private final String project = "hiding" + NAMES.incrementAndGet();
    private final String worker = "w" + NAMES.incrementAndGet();
    private final String other = "o" + NAMES.incrementAndGet();

    @BeforeAll
    static void start() {
        engines = Engines.start();
        service = Instance.start(engines, "hiding");
    }

    @AfterAll
    static void stop() {
        service.close();
        engines.close();
    }

    @Test
    void noCountMovesOtherwiseWithGoldThanWithWork() {
        publish(1, 40);
        leaseOne(worker); // the first brings the guideline
        Set<String> moved = new HashSet<>();
        boolean gold = false;
        boolean work = false;

        for (int i = 0; i < 12; i++) {
            String before = told(worker) + told(other);
            String id = leaseOne(worker).get("assignmentId").asString();
            gold |= id.startsWith("g");
            work |= id.startsWith("w");
            if (!before.equals(told(worker) + told(other))) {
                moved.add(id);
            }
        }

        assertThat(gold).as("some of each").isTrue();
        assertThat(work).as("some of each").isTrue();
        assertThat(moved).isEmpty();
    }

    @Test
    void noLinkAndNoFieldTellsGoldFromWork() {
        publish(1, 40);
        Set<String> paths = new HashSet<>();
        Set<String> forms = new HashSet<>();

        for (String who : List.of(worker, other)) {
            for (int i = 0; i < 12; i++) {
                JsonNode one = leaseOne(who);
                String url = one.at("/media/url").asString();
                assertThat(paths.add(url.substring(0, url.indexOf('?')))).isTrue();
                forms.add(one.propertyNames() + " " + url.length() + " " + one.get("price"));
            }
        }

        assertThat(forms).hasSize(1);
    }

    /** As when a result is made gold: who labelled it would know. */
    @Test
    void goldNeverShowsAPictureThatItsWorkerLabelledBefore() {
        publish(2, 5);
        JsonNode first = leaseWork();
        String taskId = first.get("assignmentId").asString().replace("." + worker, "");
        service.label(worker, first.get("assignmentId").asString(), "cat");
        int open = service.bean(Dispatch.class).open();
        service.publish(result(taskId));
        await().until(() -> service.bean(Dispatch.class).open() < open);
        service.publish(task("g-same-" + project, taskId, TaskKind.GOLD));
        await().until(() -> heardOf("g-same-" + project));

        assertThat(allLeased(worker)).doesNotContain("g-same-" + project);
        assertThat(allLeased(other)).contains("g-same-" + project);
    }

    private boolean heardOf(String taskId) {
        return service.bean(MongoTasks.class).findAll(List.of(taskId)).values().stream()
                .anyMatch(task -> !task.alike().isEmpty());
    }

    /** The first that is work. */
    private JsonNode leaseWork() {
        JsonNode one = leaseOne(worker);
        while (!one.get("assignmentId").asString().startsWith("w")) {
            one = leaseOne(worker);
        }
        return one;
    }

    /** The tasks that the worker is given until there are no more. */
    private Set<String> allLeased(String who) {
        Set<String> tasks = new HashSet<>();
        service.apply(who);
        List<JsonNode> given = service.lease(who, project).assignments();
        while (!given.isEmpty()) {
            for (JsonNode one : given) {
                String id = one.get("assignmentId").asString();
                tasks.add(id.replace("." + who, ""));
                service.label(who, id, "cat");
            }
            given = service.lease(who, project).assignments();
        }
        return tasks;
    }

    private void publish(int overlap, int golds) {
        service.publish(
                Fixtures.project(
                        project,
                        ProjectStatus.PUBLISHED,
                        1,
                        new LeaseRule(10, 3_600),
                        overlap,
                        0.5));
        int before = service.bean(Dispatch.class).open();
        for (int i = 0; i < TASKS; i++) {
            String work = "w-" + project + "-" + i;
            service.publish(task(work, work, TaskKind.WORK));
        }
        for (int i = 0; i < golds; i++) {
            String gold = "g-" + project + "-" + i;
            service.publish(task(gold, gold, TaskKind.GOLD));
        }
        await().until(() -> service.bean(Dispatch.class).open() == before + TASKS + golds);
    }

    private TaskCreated task(String id, String picture, TaskKind kind) {
        String hash = Ids.sha256Hex(picture.getBytes(StandardCharsets.UTF_8));
        return new TaskCreated(
                id,
                project,
                "external-" + id,
                kind,
                new Media("image", "picture:" + hash, "image/png", 64, 48),
                1_000,
                0,
                null,
                Fixtures.NOW);
    }

    private TaskLabelled result(String taskId) {
        return new TaskLabelled(
                taskId,
                project,
                "external-" + taskId,
                1,
                new Answer.Category("cat"),
                0.99,
                3,
                Decider.CONSENSUS,
                1,
                Fixtures.NOW);
    }

    private JsonNode leaseOne(String by) {
        service.apply(by);
        String body = "{\"projectId\":\"" + project + "\",\"max\":1}";
        return await().until(
                        () -> service.post(by, "/v1/leases", body),
                        r -> r.status() == 200 && r.assignments().size() == 1)
                .assignments()
                .getFirst();
    }

    /** All numbers that are told of the project before a lease. */
    private String told(String who) {
        service.apply(who);
        Response why = service.get(who, "/v1/work/why?projectId=" + project);
        Response cards = service.get(who, "/v1/work/projects?projectId=" + project);
        return why.body().get("items").toString() + cards.body().get("items") + open(who);
    }

    private String open(String who) {
        return service.get(who, "/v1/work")
                .body()
                .get("items")
                .valueStream()
                .filter(item -> item.get("id").asString().equals(project))
                .map(item -> item.get("open").toString())
                .toList()
                .toString();
    }
}
