package io.assay.assignment.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.assay.assignment.Fixtures;
import io.assay.assignment.dispatch.Dispatch;
import io.assay.assignment.it.Instance.Response;
import io.assay.events.CorrectionReason;
import io.assay.events.Guideline;
import io.assay.events.LabelReviewed;
import io.assay.events.LabelSubmitted;
import io.assay.events.ProjectChanged;
import io.assay.events.TaskAssigned;
import io.assay.events.TaskKind;
import io.assay.events.Topic;
import io.assay.events.Trial;
import io.assay.events.Verdict;
import io.assay.events.VerdictBasis;
import io.assay.events.VerdictReason;
import io.assay.messaging.Engines;
import io.assay.web.TestTokens;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Tutorials and tests through HTTP and events only; review's part is played by the test. */
class QualificationIT {

    private static final AtomicInteger NAMES = new AtomicInteger();
    private static final Guideline FIRST = new Guideline(1, "0".repeat(64), "# Look");

    private static Engines engines;
    private static Instance service;
    private static Topics topics;

    private final String project = "q" + NAMES.incrementAndGet();
    private final String worker = "w" + NAMES.incrementAndGet();

    @BeforeAll
    static void start() {
        engines = Engines.start();
        service = Instance.start(engines, "qualification");
        topics =
                new Topics(
                        engines, List.of(Topic.ASSIGNMENTS.topicName(), Topic.LABELS.topicName()));
    }

    @AfterAll
    static void stop() {
        topics.close();
        service.close();
        engines.close();
    }

    @Test
    void leadsFromTheTutorialOverAFailedTestToWork() {
        opened(Fixtures.tested(project, 2, false, FIRST), 8, 5);
        assertThat(lease().problem()).isEqualTo("/problems/not-qualified");

        List<String> samples = begun("tutorial");
        answer(samples, 1);
        judged(samples, 0);
        awaitEnded(1);
        List<String> failed = begun("test");
        answer(failed, 2);
        judged(failed, 1);
        awaitEnded(2);

        JsonNode result = attempt(2);
        assertThat(result.get("passed").asBoolean()).isFalse();
        assertThat(result.get("right").asInt()).isEqualTo(1);
        assertThat(result.get("questions").valueStream())
                .hasSize(2)
                .allSatisfy(
                        question -> {
                            assertThat(question.at("/answer/classId").asString()).isEqualTo("cat");
                            assertThat(question.at("/verdict/explanation").asString())
                                    .contains("The right answer is");
                        });
        assertThat(lease().problem()).isEqualTo("/problems/not-qualified");

        List<String> passed = begun("test");
        answer(passed, 2);
        judged(passed, 2);
        awaitEnded(3);

        JsonNode standing = standing();
        assertThat(standing.get("qualified").asBoolean()).isTrue();
        assertThat(standing.at("/attempts/2/passed").asBoolean()).isTrue();
        Response work = lease();
        assertThat(work.assignments()).hasSize(5);
        assertThat(work.assignments().getFirst().at("/price/minor").asInt()).isEqualTo(360);
        assertThat(service.post(worker, path("/test"), null).problem())
                .isEqualTo("/problems/already-qualified");
        Set<String> asked = new HashSet<>(samples);
        asked.addAll(failed);
        asked.addAll(passed);
        assertThat(asked).hasSize(5);
        assertThat(ids(work)).doesNotContainAnyElementsOf(asked);
    }

    @Test
    void letsInWhoWasFailedByAWrongQuestion() {
        opened(Fixtures.tested(project, 2, false, FIRST), 3, 5);
        giveBack(begun("tutorial"));
        awaitEnded(1);
        List<String> test = begun("test");
        answer(test, 2);
        judged(test, 1);
        awaitEnded(2);
        assertThat(attempt(2).get("passed").asBoolean()).isFalse();

        corrected(test);

        await().until(() -> standing().get("qualified").asBoolean());
        assertThat(attempt(2).get("passed").asBoolean()).isTrue();
        assertThat(attempt(2).get("right").asInt()).isEqualTo(2);
        assertThat(lease().assignments()).hasSize(3);
    }

    @Test
    void costsNothingAndIsToldFromWork() {
        opened(Fixtures.tested(project, 1, false, FIRST), 3, 3);
        List<String> samples = begun("tutorial");

        answer(samples, 1);

        await().untilAsserted(
                        () -> {
                            assertThat(topics.events(TaskAssigned.class))
                                    .filteredOn(e -> samples.contains(e.assignmentId()))
                                    .singleElement()
                                    .satisfies(
                                            e -> {
                                                assertThat(e.terms().trial())
                                                        .isEqualTo(Trial.TUTORIAL);
                                                assertThat(e.terms().price().minor()).isZero();
                                            });
                            assertThat(topics.events(LabelSubmitted.class))
                                    .filteredOn(e -> samples.contains(e.assignmentId()))
                                    .singleElement()
                                    .extracting(e -> e.terms().trial())
                                    .isEqualTo(Trial.TUTORIAL);
                        });
    }

    @Test
    void offersATestOnlyWithWorkAndTellsHowMuch() {
        opened(Fixtures.tested(project, 2, false, FIRST), 0, 3);

        Response refused = service.post(worker, path("/tutorial"), null);
        assertThat(refused.problem()).isEqualTo("/problems/no-work-to-qualify-for");
        assertThat(offered()).isEmpty();

        work(4);
        await().untilAsserted(
                        () ->
                                assertThat(offered())
                                        .singleElement()
                                        .satisfies(
                                                offer -> {
                                                    assertThat(offer.get("open").asInt())
                                                            .isEqualTo(1);
                                                    assertThat(offer.at("/price/minor").asInt())
                                                            .isEqualTo(180);
                                                }));
        assertThat(standing().get("open").asInt()).isEqualTo(1);
        assertThat(begun("tutorial")).hasSize(1);
    }

    @Test
    void keepsTheOrderTheDelayAndTheLimit() {
        opened(Fixtures.tested(project, 3_600), 3, 9);
        assertThat(service.post(worker, path("/test"), null).problem())
                .isEqualTo("/problems/tutorial-first");
        List<String> samples = begun("tutorial");
        assertThat(service.post(worker, path("/test"), null).problem())
                .isEqualTo("/problems/trial-under-way");
        assertThat(begun("tutorial")).isEqualTo(samples);
        answer(samples, 1);
        judged(samples, 1);
        awaitEnded(1);
        assertThat(service.post(worker, path("/tutorial"), null).problem())
                .isEqualTo("/problems/no-tutorial");
        List<String> test = begun("test");
        giveBack(test);
        awaitEnded(2);

        Response early = service.post(worker, path("/test"), null);

        assertThat(early.problem()).isEqualTo("/problems/retake-too-early");
        assertThat(early.body().get("notBefore").asString())
                .isEqualTo(standing().get("notBefore").asString());
        assertThat(standing().get("attemptsLeft").asInt()).isEqualTo(1);
    }

    @Test
    void endsWithTheLastAttempt() {
        opened(Fixtures.tested(project, 2, false, FIRST), 3, 9);
        List<String> samples = begun("tutorial");
        giveBack(samples);
        awaitEnded(1);
        giveBack(begun("test"));
        awaitEnded(2);
        giveBack(begun("test"));
        awaitEnded(3);

        assertThat(service.post(worker, path("/test"), null).problem())
                .isEqualTo("/problems/attempts-used-up");
        assertThat(service.post(worker, path("/tutorial"), null).problem())
                .isEqualTo("/problems/no-tutorial");
    }

    @Test
    void asksForAnotherTestWhenTheGuidelineChanges() {
        // more work than may be held, as some is leased before the change is heard of
        opened(Fixtures.tested(project, 2, true, FIRST), 20, 9);
        List<String> samples = begun("tutorial");
        giveBack(samples);
        awaitEnded(1);
        List<String> test = begun("test");
        answer(test, 2);
        judged(test, 2);
        awaitEnded(2);
        List<String> held = ids(lease());
        Guideline second = new Guideline(2, "0".repeat(64), "# Look twice");

        service.publish(Fixtures.tested(project, 2, true, second));

        await().until(() -> lease().problem().equals("/problems/not-qualified"));
        assertThat(service.label(worker, held.getFirst(), "cat").status()).isEqualTo(200);
        JsonNode why =
                service.get(worker, "/v1/work/why?projectId=" + project).body().at("/items/0");
        assertThat(why.at("/reasons/0/reason").asString()).isEqualTo("test-not-passed");
        assertThat(why.at("/reasons/0/has").asInt()).isEqualTo(1);
        assertThat(why.at("/reasons/0/needs").asInt()).isEqualTo(2);
        assertThat(service.postOnce(worker, path("/tutorial"), null).problem())
                .isEqualTo("/problems/guideline-not-acknowledged");
        assertThat(begun("tutorial")).doesNotContainAnyElementsOf(samples);
    }

    @Test
    void refusesWhatWasNotAskedAndASecondAnswer() {
        opened(Fixtures.tested(project, 2, false, FIRST), 3, 4);
        List<String> samples = begun("tutorial");
        List<String> notAsked = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            notAsked.add(project + "-gold-" + i + "." + worker);
        }
        notAsked.removeAll(samples);

        assertThat(service.label(worker, notAsked.getFirst(), "cat").problem())
                .isEqualTo("/problems/assignment-not-found");
        assertThat(service.label(worker, samples.getFirst(), "cat").status()).isEqualTo(200);
        assertThat(service.label(worker, samples.getFirst(), "dog").problem())
                .isEqualTo("/problems/already-answered");
        assertThat(service.label(worker, samples.getFirst(), "cat").status()).isEqualTo(200);
    }

    @Test
    void refusesATutorialWithoutQuestionsForTheTest() {
        opened(Fixtures.tested(project, 2, false, FIRST), 3, 2);

        assertThat(service.post(worker, path("/tutorial"), null).problem())
                .isEqualTo("/problems/too-few-questions");
    }

    @Test
    void deniesWhoMayNot() {
        opened(Fixtures.tested(project, 2, false, FIRST), 3, 3);
        service.publish(Fixtures.project(project + "-plain"));
        String stranger = "nobody" + project;

        assertThat(service.get(stranger, path("")).problem())
                .isEqualTo("/problems/worker-not-found");
        assertThat(service.get(worker, "/v1/qualifications/" + project + "-plain").problem())
                .isEqualTo("/problems/test-not-found");
        assertThat(service.get(worker, path("/attempts/1")).problem())
                .isEqualTo("/problems/attempt-not-found");
        assertThat(service.get(worker, "/v1/qualifications?limit=0").problem())
                .isEqualTo("/problems/bad-limit");
        assertThat(service.send(service.request(path(""))).status()).isEqualTo(401);
        assertThat(
                        service.send(
                                        service.request(path(""))
                                                .header(
                                                        "Authorization",
                                                        TestTokens.bearer("x", "requester")))
                                .status())
                .isEqualTo(403);
    }

    private void opened(ProjectChanged changed, int tasks, int questions) {
        service.publish(changed);
        work(tasks);
        for (int i = 0; i < questions; i++) {
            service.publish(Fixtures.question(project + "-gold-" + i, project));
        }
        service.apply(worker);
        await().until(() -> service.get(worker, path("")).status() == 200);
        await().until(() -> service.bean(Dispatch.class).ready(project, 5) == tasks);
    }

    private void work(int tasks) {
        for (int i = 0; i < tasks; i++) {
            service.publish(Fixtures.task(project + "-" + i, project, TaskKind.WORK));
        }
    }

    /** The assignments of what is begun, as soon as its questions have arrived. */
    private List<String> begun(String trial) {
        return ids(
                await().until(
                                () -> service.post(worker, path("/" + trial), null),
                                response -> response.status() == 200));
    }

    private void answer(List<String> ids, int count) {
        assertThat(ids).hasSize(count);
        ids.forEach(id -> assertThat(service.label(worker, id, "cat").status()).isEqualTo(200));
    }

    private void giveBack(List<String> ids) {
        ids.forEach(
                id ->
                        assertThat(
                                        service.post(
                                                        worker,
                                                        "/v1/assignments/" + id + "/skip",
                                                        null)
                                                .status())
                                .isEqualTo(200));
    }

    /** As review does with training gold. */
    private void judged(List<String> ids, int right) {
        await().until(() -> submitted(ids).size() == ids.size());
        int judged = 0;
        for (LabelSubmitted label : submitted(ids)) {
            boolean accepted = judged++ < right;
            service.publish(
                    new LabelReviewed(
                            label.assignmentId(),
                            label.taskId(),
                            label.projectId(),
                            label.workerId(),
                            label.terms(),
                            accepted ? Verdict.ACCEPTED : Verdict.REJECTED,
                            accepted ? VerdictReason.AGREES : VerdictReason.DIFFERS,
                            VerdictBasis.GOLD,
                            "The right answer is: dog.",
                            accepted ? 1 : 0,
                            Fixtures.NOW));
        }
    }

    /** As review does when what it asked turns out to be wrong. */
    private void corrected(List<String> ids) {
        for (LabelSubmitted label : submitted(ids)) {
            service.publish(
                    new LabelReviewed(
                            label.assignmentId(),
                            label.taskId(),
                            label.projectId(),
                            label.workerId(),
                            label.terms(),
                            Verdict.ACCEPTED,
                            VerdictReason.UNLABELABLE,
                            VerdictBasis.GOLD,
                            "",
                            0,
                            Fixtures.NOW.plusSeconds(60),
                            null,
                            CorrectionReason.GOLD));
        }
    }

    private List<LabelSubmitted> submitted(List<String> ids) {
        return topics.events(LabelSubmitted.class).stream()
                .filter(label -> ids.contains(label.assignmentId()))
                .toList();
    }

    private void awaitEnded(int number) {
        await().until(() -> standing().at("/attempts/" + (number - 1)).has("endedAt"));
    }

    private JsonNode standing() {
        return service.get(worker, path("")).body();
    }

    private JsonNode attempt(int number) {
        return service.get(worker, path("/attempts/" + number)).body();
    }

    private List<JsonNode> offered() {
        return service.get(worker, "/v1/qualifications?limit=200")
                .body()
                .get("items")
                .valueStream()
                .filter(offer -> offer.get("projectId").asString().equals(project))
                .toList();
    }

    private Response lease() {
        return service.post(worker, "/v1/leases", "{\"projectId\":\"" + project + "\"}");
    }

    private String path(String below) {
        return "/v1/qualifications/" + project + below;
    }

    private static List<String> ids(Response response) {
        return response.assignments().stream()
                .map(one -> one.get("assignmentId").asString())
                .toList();
    }
}
