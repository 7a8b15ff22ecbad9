package io.assay.assignment.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.assay.assignment.Fixtures;
import io.assay.assignment.dispatch.Dispatch;
import io.assay.assignment.it.Instance.Response;
import io.assay.events.Answer;
import io.assay.events.AssignmentReturned;
import io.assay.events.LabelFlagged;
import io.assay.events.LabelReviewed;
import io.assay.events.LabelSubmitted;
import io.assay.events.LeaseRule;
import io.assay.events.LeaseTerms;
import io.assay.events.Money;
import io.assay.events.MoreLabelsRequested;
import io.assay.events.ProjectStatus;
import io.assay.events.ReturnReason;
import io.assay.events.SkillStanding;
import io.assay.events.TaskAssigned;
import io.assay.events.TaskCreated;
import io.assay.events.TaskKind;
import io.assay.events.TaskUnlabelable;
import io.assay.events.TaskWithdrawn;
import io.assay.events.Topic;
import io.assay.events.Verdict;
import io.assay.events.VerdictBasis;
import io.assay.events.VerdictReason;
import io.assay.events.WorkerChanged;
import io.assay.events.WorkerTierChanged;
import io.assay.messaging.Engines;
import io.assay.messaging.TestClock;
import io.assay.web.TestTokens;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One instance on real engines, through HTTP and events only. */
class AssignmentServiceIT {

    private static final List<Topic> CONSUMED =
            List.of(
                    Topic.TASKS,
                    Topic.ASSIGNMENTS,
                    Topic.LABELS,
                    Topic.RESULTS,
                    Topic.REVIEWS,
                    Topic.SKILLS,
                    Topic.PROJECTS,
                    Topic.BUDGETS);
    private static final AtomicInteger NAMES = new AtomicInteger();

    private static Engines engines;
    private static final TestClock CLOCK = new TestClock();
    private static Instance service;
    private static Topics topics;

    private final String project = "p" + NAMES.incrementAndGet();
    private final String worker = "w" + NAMES.incrementAndGet();
    private final String other = "w" + NAMES.incrementAndGet();

    @BeforeAll
    static void start() {
        engines = Engines.start();
        service = Instance.start(engines, "assignment", CLOCK);
        List<String> all = new ArrayList<>();
        all.addAll(List.of("assay.assignments", "assay.labels", "assay.workers"));
        CONSUMED.forEach(t -> all.add(t.topicName() + ".assignment-service.dlt"));
        topics = new Topics(engines, all);
    }

    @AfterAll
    static void stop() {
        topics.close();
        service.close();
        engines.close();
    }

    @Test
    void leasesAndTakesALabel() {
        published(1);
        JsonNode assignment = leaseOne(worker);
        String id = assignment.get("assignmentId").asString();

        Response labelled = service.label(worker, id, "cat");

        assertThat(id).isEqualTo(project + "-0." + worker);
        assertThat(assignment.at("/price/minor").asInt()).isEqualTo(300);
        assertThat(assignment.at("/media/url").asString())
                .startsWith("/v1/pictures/")
                .doesNotContain("aaaa")
                .contains("exp=", "sig=");
        assertThat(new TreeSet<>(assignment.propertyNames()))
                .isEqualTo(
                        Set.of(
                                "assignmentId",
                                "projectId",
                                "state",
                                "media",
                                "tool",
                                "guidelineVersion",
                                "price",
                                "leasedAt",
                                "expiresAt"));
        assertThat(labelled.status()).isEqualTo(200);
        assertThat(labelled.body().get("state").asString()).isEqualTo("submitted");
        await().untilAsserted(
                        () -> {
                            assertThat(topics.events(TaskAssigned.class))
                                    .filteredOn(e -> e.assignmentId().equals(id))
                                    .singleElement()
                                    .extracting(TaskAssigned::terms)
                                    .isEqualTo(
                                            new LeaseTerms(
                                                    1,
                                                    new Money(300, "INR"),
                                                    1,
                                                    2_000,
                                                    1,
                                                    null,
                                                    7));
                            assertThat(topics.events(LabelSubmitted.class))
                                    .filteredOn(e -> e.assignmentId().equals(id))
                                    .hasSize(1);
                        });
    }

    @Test
    void takesTheSameAnswerTwiceAndAnotherNever() {
        published(1);
        String id = leaseOne(worker).get("assignmentId").asString();
        Response first = service.label(worker, id, "cat");

        assertThat(service.label(worker, id, "cat")).isEqualTo(first);
        Response different = service.label(worker, id, "dog");
        assertThat(different.status()).isEqualTo(409);
        assertThat(different.problem()).isEqualTo("/problems/already-answered");
        await().untilAsserted(
                        () ->
                                assertThat(topics.events(LabelSubmitted.class))
                                        .filteredOn(e -> e.assignmentId().equals(id))
                                        .hasSize(1));
    }

    @Test
    void refusesBadAnswers() {
        published(1);
        String id = leaseOne(worker).get("assignmentId").asString();
        String path = "/v1/assignments/" + id + "/label";

        Response unknownClass = service.label(worker, id, "cow");
        assertThat(unknownClass.status()).isEqualTo(422);
        assertThat(unknownClass.body().get("problems")).hasSize(1);
        assertThat(
                        service.post(
                                        worker,
                                        path,
                                        "{\"answer\":{\"tool\":\"tags\",\"classIds\":[\"cat\"]}}")
                                .status())
                .isEqualTo(422);
        assertThat(service.post(worker, path, "{\"answer\":").status()).isEqualTo(400);
        assertThat(service.post(worker, path, "{}").status()).isEqualTo(400);
        assertThat(service.post(worker, path, "{\"answer\":{\"tool\":\"category\"}}").status())
                .isEqualTo(400);
        assertThat(
                        service.post(
                                        worker,
                                        path,
                                        "{\"gold\":1,\"answer\":{\"tool\":\"category\",\"classId\":\"cat\"}}")
                                .status())
                .isEqualTo(400);
        assertThat(service.label(worker, id, "cat").status()).isEqualTo(200);
    }

    @Test
    void deniesWhoMayNot() {
        published(1);
        String id = leaseOne(worker).get("assignmentId").asString();
        service.apply(other);

        assertThat(service.label(other, id, "cat").status()).isEqualTo(404);
        assertThat(service.get(other, "/v1/assignments/" + id).status()).isEqualTo(404);
        assertThat(service.post(other, "/v1/assignments/" + id + "/skip", null).status())
                .isEqualTo(404);
        for (String path : List.of("/v1/work", "/v1/assignments", "/v1/workers/me")) {
            assertThat(service.send(service.request(path)).status()).isEqualTo(401);
            assertThat(
                            service.send(
                                            service.request(path)
                                                    .header(
                                                            "Authorization",
                                                            TestTokens.bearer("x", "partner")))
                                    .status())
                    .isEqualTo(403);
        }
        HttpRequest.BodyPublisher empty = HttpRequest.BodyPublishers.noBody();
        assertThat(service.send(service.request("/v1/leases").POST(empty)).status()).isEqualTo(401);
        assertThat(service.get(worker, "/v1/workers").status()).isEqualTo(403);
        assertThat(service.post(worker, "/v1/workers/" + worker + "/activate", null).status())
                .isEqualTo(403);
    }

    @Test
    void givesAnExpiredLeaseToAnother() {
        service.publish(
                Fixtures.project(project, ProjectStatus.PUBLISHED, 1, new LeaseRule(5, 60)));
        service.publish(task(0));
        String id = leaseOne(worker).get("assignmentId").asString();

        CLOCK.pass(Duration.ofSeconds(61));

        await().untilAsserted(
                        () ->
                                assertThat(topics.events(AssignmentReturned.class))
                                        .filteredOn(e -> e.assignmentId().equals(id))
                                        .singleElement()
                                        .extracting(AssignmentReturned::reason)
                                        .isEqualTo(ReturnReason.EXPIRED));

        Response late = service.label(worker, id, "cat");
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.problem()).isEqualTo("/problems/lease-expired");
        assertThat(service.lease(worker, project).assignments()).isEmpty();
        assertThat(leaseOne(other).get("assignmentId").asString())
                .isEqualTo(project + "-0." + other);
    }

    @Test
    void answersARepeatedLeaseAlike() {
        published(8);
        service.apply(worker);
        await().until(() -> open() == 8);
        String body = "{\"projectId\":\"" + project + "\",\"max\":2}";

        Response first = service.post(worker, "/v1/leases", body, "Idempotency-Key", "k1");

        assertThat(first.assignments()).hasSize(2);
        assertThat(service.post(worker, "/v1/leases", body, "Idempotency-Key", "k1"))
                .isEqualTo(first);
        assertThat(
                        service.post(
                                        worker,
                                        "/v1/leases",
                                        body.replace('2', '3'),
                                        "Idempotency-Key",
                                        "k1")
                                .problem())
                .isEqualTo("/problems/idempotency-key-reused");
        assertThat(service.post(worker, "/v1/leases", body, "Idempotency-Key", "k2").assignments())
                .hasSize(2);
    }

    @Test
    void tellsWhyThereIsNoWork() {
        published(20);
        assertThat(service.lease(worker, project).problem())
                .isEqualTo("/problems/worker-not-found");
        service.apply(worker);
        await().until(() -> open() == 20);
        assertThat(service.lease(worker, "nowhere").problem())
                .isEqualTo("/problems/project-not-found");
        assertThat(service.lease(worker, project).assignments()).hasSize(5);
        assertThat(service.lease(worker, project).assignments()).hasSize(5);
        assertThat(service.lease(worker, project).problem())
                .isEqualTo("/problems/holding-too-many");

        service.apply(other);
        service.publish(
                Fixtures.withBudget(
                        Fixtures.project(project, ProjectStatus.PUBLISHED, 1, new LeaseRule(5, 60)),
                        10));
        awaitProblem("budget-exhausted");
        service.publish(Fixtures.project(project, ProjectStatus.PAUSED, 1, new LeaseRule(5, 60)));
        awaitProblem("project-paused");
        service.publish(
                Fixtures.project(project, ProjectStatus.PUBLISHED, 2, new LeaseRule(5, 60)));
        awaitProblem("project-not-found");
        service.publish(Fixtures.project(project, ProjectStatus.CLOSED, 1, new LeaseRule(5, 60)));
        awaitProblem("project-closed");
        operations("/v1/workers/" + other + "/suspend");
        assertThat(service.lease(other, project).problem())
                .isEqualTo("/problems/worker-not-active");
    }

    @Test
    void paysByTierOnceReviewPromotes() {
        service.publish(
                Fixtures.project(project, ProjectStatus.PUBLISHED, 2, new LeaseRule(5, 60)));
        service.publish(task(0));
        service.apply(worker);
        assertThat(service.get(worker, "/v1/work/" + project).status()).isEqualTo(404);

        service.publish(
                new WorkerTierChanged(
                        worker,
                        Map.of("animals", new SkillStanding(2, 20, 20, 0.95, 0.99)),
                        Fixtures.NOW));

        JsonNode assignment = leaseOne(worker);
        assertThat(assignment.at("/price/minor").asInt()).isEqualTo(360);
        Response work = service.get(worker, "/v1/work/" + project);
        assertThat(work.body().at("/guideline/markdown").asString()).isEqualTo("# Look closely");
        assertThat(work.body().at("/ontology/classes")).hasSize(2);
        await().untilAsserted(
                        () ->
                                assertThat(topics.events(WorkerChanged.class))
                                        .filteredOn(e -> e.workerId().equals(worker))
                                        .last()
                                        .extracting(WorkerChanged::tiers)
                                        .isEqualTo(Map.of("animals", 2)));
    }

    @Test
    void showsAVerdictWithoutItsBasis() {
        published(1);
        String id = leaseOne(worker).get("assignmentId").asString();
        service.label(worker, id, "cat");
        service.publish(
                new LabelReviewed(
                        id,
                        project + "-0",
                        project,
                        worker,
                        new LeaseTerms(1, new Money(300, "INR"), 1, 2_000, 1),
                        Verdict.REJECTED,
                        VerdictReason.DIFFERS,
                        VerdictBasis.GOLD,
                        "It is a dog.",
                        0,
                        Fixtures.NOW));

        await().untilAsserted(
                        () -> {
                            JsonNode shown =
                                    service.get(worker, "/v1/assignments?state=reviewed")
                                            .body()
                                            .at("/items/0");
                            assertThat(shown.at("/verdict/explanation").asString())
                                    .isEqualTo("It is a dog.");
                            // without the link, whose random letters may spell anything
                            assertThat(((ObjectNode) shown).without("media").toString())
                                    .doesNotContainIgnoringCase("gold")
                                    .doesNotContain("basis", "external");
                        });
    }

    @Test
    void handsOutAgainWhatReviewWantsMoreOfUntilItHasAResult() {
        published(1);
        service.label(worker, leaseOne(worker).get("assignmentId").asString(), "cat");
        service.apply(other);
        assertThat(service.lease(other, project).assignments()).isEmpty();

        service.publish(new MoreLabelsRequested(project + "-0", project, 3, Fixtures.NOW));
        leaseOne(other);
        String third = "w" + NAMES.incrementAndGet();
        service.publish(
                new TaskUnlabelable(project + "-0", project, "x", 1, "blank", Fixtures.NOW));
        await().until(() -> open() == 0);
        service.publish(task(0));
        service.publish(task(1));
        await().until(() -> open() == 1);
        assertThat(leaseOne(third).get("assignmentId").asString()).startsWith(project + "-1.");
    }

    @Test
    void takesBackSkippedAndReleasedAndTakesFlags() {
        published(3);
        service.apply(worker);
        await().until(() -> open() == 3);
        List<String> ids = ids(service.lease(worker, project));
        service.post(worker, "/v1/assignments/" + ids.get(0) + "/skip", null);
        service.post(worker, "/v1/assignments/" + ids.get(1) + "/release", null);
        Response flagged =
                service.post(
                        worker,
                        "/v1/assignments/" + ids.get(2) + "/flag",
                        "{\"reason\":\"broken\",\"comment\":\"grey\",\"mark\":[3,4.5]}");

        assertThat(flagged.body().get("state").asString()).isEqualTo("flagged");
        assertThat(flagged.body().get("flag").get("mark").toString()).isEqualTo("[3.0,4.5]");
        assertThat(service.label(worker, ids.get(0), "cat").problem())
                .isEqualTo("/problems/already-returned");
        assertThat(service.lease(worker, project).assignments()).isEmpty();
        service.apply(other);
        assertThat(service.lease(other, project).assignments()).hasSize(2);
        await().untilAsserted(
                        () ->
                                assertThat(topics.events(LabelFlagged.class))
                                        .filteredOn(e -> e.projectId().equals(project))
                                        .hasSize(1));
        Response page = service.get(worker, "/v1/assignments?limit=2");
        assertThat(page.body().get("items")).hasSize(2);
        Response rest =
                service.get(
                        worker,
                        "/v1/assignments?limit=2&cursor=" + page.body().get("next").asString());
        assertThat(rest.body().get("items")).hasSize(1);
        assertThat(rest.body().has("next")).isFalse();
        assertThat(listed("?state=flagged")).containsExactly(ids.get(2));
        assertThat(listed("?state=returned")).containsExactlyInAnyOrder(ids.get(0), ids.get(1));
        assertThat(listed("?state=leased")).isEmpty();
        assertThat(service.get(worker, "/v1/assignments?state=nope").problem())
                .isEqualTo("/problems/bad-state");
        assertThat(service.get(worker, "/v1/assignments?cursor=nope").problem())
                .isEqualTo("/problems/bad-cursor");
    }

    @Test
    void withdrawsATask() {
        published(2);
        service.publish(new TaskWithdrawn(project + "-0", project, "wrong file", Fixtures.NOW));

        await().until(() -> open() == 1);
    }

    @Test
    void goesOnPastPoisonOnEveryTopic() {
        CONSUMED.forEach(topic -> topics.poison(topic.topicName()));

        published(1);
        leaseOne(worker);
        await().untilAsserted(
                        () ->
                                assertThat(new TreeSet<>(topics.deadLetters()))
                                        .isEqualTo(
                                                new TreeSet<>(
                                                        CONSUMED.stream()
                                                                .map(
                                                                        t ->
                                                                                t.topicName()
                                                                                        + ".assignment-service.dlt")
                                                                .toList())));
    }

    @Test
    void showsThePreLabelWheneverTheAssignmentIsRead() {
        service.publish(Fixtures.project(project));
        TaskCreated plain = task(0);
        service.publish(
                new TaskCreated(
                        plain.taskId(),
                        project,
                        "x",
                        TaskKind.WORK,
                        plain.media(),
                        1_000,
                        0,
                        null,
                        Fixtures.NOW,
                        new Answer.Category("cat"),
                        List.of()));

        JsonNode leased = leaseOne(worker);
        JsonNode read =
                service.get(worker, "/v1/assignments/" + leased.get("assignmentId").asString())
                        .body();

        assertThat(leased.at("/preLabel/classId").asString()).isEqualTo("cat");
        assertThat(read.get("preLabel")).isEqualTo(leased.get("preLabel"));
    }

    @Test
    void refusesATaskThatDispatchCannotOrder() {
        service.publish(Fixtures.project(project));
        TaskCreated good = task(0);
        service.publish(
                new TaskCreated(
                        project + "-bad",
                        project,
                        "x",
                        TaskKind.WORK,
                        good.media(),
                        1_000,
                        99,
                        null,
                        Fixtures.NOW),
                good);

        assertThat(leaseOne(worker).get("assignmentId").asString()).startsWith(project + "-0.");
    }

    private void published(int tasks) {
        service.publish(Fixtures.project(project));
        for (int i = 0; i < tasks; i++) {
            service.publish(task(i));
        }
    }

    private TaskCreated task(int number) {
        return Fixtures.task(project + "-" + number, project, TaskKind.WORK);
    }

    private JsonNode leaseOne(String by) {
        service.apply(by);
        return await().until(
                        () -> service.lease(by, project),
                        r -> r.status() == 200 && r.assignments().size() == 1)
                .assignments()
                .getFirst();
    }

    private List<String> listed(String query) {
        return service.get(worker, "/v1/assignments" + query)
                .body()
                .get("items")
                .valueStream()
                .map(item -> item.get("assignmentId").asString())
                .toList();
    }

    /** What workers are told is rough. */
    private int open() {
        return service.bean(Dispatch.class).ready(project, 1);
    }

    private void awaitProblem(String slug) {
        await().until(() -> service.lease(other, project).problem().equals("/problems/" + slug));
    }

    private void operations(String path) {
        Response done =
                service.send(
                        service.request(path)
                                .header("Authorization", TestTokens.bearer("boss", "ops"))
                                .POST(HttpRequest.BodyPublishers.noBody()));
        assertThat(done.status()).isEqualTo(200);
    }

    private static List<String> ids(Response lease) {
        return lease.assignments().stream().map(a -> a.get("assignmentId").asString()).toList();
    }
}
