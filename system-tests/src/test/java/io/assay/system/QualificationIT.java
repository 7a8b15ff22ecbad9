package io.assay.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.assay.cli.client.Accounts;
import io.assay.cli.client.Call;
import io.assay.cli.client.Json;
import io.assay.cli.client.Projects;
import io.assay.cli.client.Reply;
import io.assay.cli.client.Session;
import io.assay.cli.client.Work;
import io.assay.cli.client.Work.Assignment;
import io.assay.cli.people.Passwords;
import io.assay.cli.people.Staff;
import io.assay.cli.pictures.DrawnPictures;
import io.assay.cli.pictures.Picture;
import io.assay.events.Answer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** A worker learns, fails, takes the test again, passes, works, and is asked to read again. */
@ExtendWith(Platform.Extension.class)
@Order(3)
class QualificationIT {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final int QUESTIONS = 8;
    private static final int PICTURES = 6;

    private static final String PROJECT =
            """
            {"name": "Cats or dogs", "guideline": "# Look\\n\\nA wolf is no dog.\\n",
             "ontology": {"tool": "category", "classes": [
               {"id": "cat", "name": "Cat"}, {"id": "dog", "name": "Dog"}]},
             "rateCard": {"base": {"minor": 100, "currency": "INR"}, "tierPermille": {"2": 1500}},
             "overlap": {"min": 1, "max": 3, "target": 0.51}, "goldRate": 0,
             "tierRule": {"skill": "cats-or-dogs", "minTier": 2, "qualification": {
               "samples": 1, "questions": 2, "passMark": 1, "attempts": 2, "retakeSeconds": 0,
               "requalify": true}},
             "leaseRule": {"batchSize": 2, "seconds": 3600},
             "budget": {"minor": 1000000, "currency": "INR"}}
            """;

    private final Set<String> asked = new HashSet<>();

    @Test
    void leadsFromTheTutorialToWorkAndBackToTheGuideline(Platform platform) throws Exception {
        Staff staff = platform.staff();
        String project = opened(staff);
        Work work = hired(platform);
        await().atMost(TIMEOUT).until(() -> work.sees(project));
        work.acknowledge(project);
        assertThat(lease(work, project).slug()).isEqualTo("not-qualified");

        List<String> samples = begun(work, project, "tutorial");
        JsonNode sample = judged(work, samples, "dog").getFirst();
        assertThat(sample.at("/verdict/verdict").asString()).isEqualTo("rejected");
        assertThat(sample.at("/verdict/explanation").asString())
                .contains("The right answer is: cat.");
        awaitEnded(work, project, 1);

        judged(work, begun(work, project, "test"), "dog");
        awaitEnded(work, project, 2);
        JsonNode failed = work.session().get(path(project, "/attempts/2"), JsonNode.class);
        assertThat(failed.get("passed").asBoolean()).isFalse();
        assertThat(failed.get("questions"))
                .hasSize(2)
                .allSatisfy(
                        question -> {
                            assertThat(question.at("/answer/classId").asString()).isEqualTo("dog");
                            assertThat(question.at("/verdict/explanation").asString())
                                    .contains("differs from", "The right answer is: cat.");
                        });
        assertThat(lease(work, project).slug()).isEqualTo("not-qualified");

        judged(work, begun(work, project, "test"), "cat");
        awaitEnded(work, project, 3);
        assertThat(standing(work, project).get("qualified").asBoolean()).isTrue();
        List<Assignment> batch =
                await().atMost(TIMEOUT)
                        .until(() -> work.lease(project, 2), given -> given.size() == 2);
        assertThat(batch)
                .allSatisfy(
                        one -> {
                            assertThat(one.price().minor()).isEqualTo(150);
                            assertThat(one.guidelineVersion()).isEqualTo(1);
                            assertThat(asked).doesNotContain(one.assignmentId());
                        });

        changeGuideline(staff, project);
        await().atMost(TIMEOUT)
                .untilAsserted(
                        () -> assertThat(lease(work, project).slug()).isEqualTo("not-qualified"));
        batch.forEach(
                one ->
                        assertThat(
                                        work.label(one.assignmentId(), new Answer.Category("cat"))
                                                .isSuccess())
                                .isTrue());
        Reply unread =
                await().atMost(TIMEOUT) // the other instance may hear of it later
                        .until(
                                () ->
                                        work.session()
                                                .exchange(Call.post(path(project, "/tutorial"))),
                                reply -> reply.slug().equals("guideline-not-acknowledged"));
        assertThat(unread.as(JsonNode.class).get("version").asInt()).isEqualTo(2);
        JsonNode changes =
                await().atMost(TIMEOUT)
                        .until(
                                () ->
                                        work.session()
                                                .get(
                                                        "/v1/work/"
                                                                + project
                                                                + "/guideline/changes",
                                                        JsonNode.class),
                                told -> !told.get("changes").isEmpty());
        assertThat(changes.at("/changes/0/added/0").asString()).isEqualTo("A wolf is a dog.");
        work.acknowledge(project);
        begun(work, project, "tutorial");

        // judged and paid by the version of then; nothing for tutorial and tests
        await().atMost(TIMEOUT)
                .untilAsserted(
                        () ->
                                assertThat(work.earnings())
                                        .extracting(Work.Earning::assignmentId)
                                        .containsExactlyInAnyOrderElementsOf(
                                                batch.stream()
                                                        .map(Assignment::assignmentId)
                                                        .toList()));
        assertThat(batch)
                .allSatisfy(
                        one ->
                                assertThat(
                                                work.session()
                                                        .get(
                                                                assignment(one.assignmentId()),
                                                                JsonNode.class)
                                                        .get("guidelineVersion")
                                                        .asInt())
                                        .isEqualTo(1));
    }

    private static String opened(Staff staff) throws Exception {
        Session requester = staff.requester();
        String project =
                requester
                        .send(Call.post("/v1/projects").body("application/json", utf8(PROJECT)))
                        .as(JsonNode.class)
                        .get("id")
                        .asString();
        Projects projects = staff.projects();
        projects.publish(project);
        List<Picture> drawn = DrawnPictures.draw(QUESTIONS + PICTURES, List.of("cat"), 23);
        String rows =
                IntStream.range(0, drawn.size())
                        .mapToObj(i -> row(projects, drawn.get(i), i))
                        .collect(Collectors.joining("\n"));
        Reply job =
                requester.send(
                        Call.post("/v1/projects/" + project + "/imports")
                                .body("application/x-ndjson", utf8(rows)));
        String id = job.as(JsonNode.class).get("id").asString();
        await().atMost(TIMEOUT)
                .until(
                        () ->
                                requester
                                        .get(
                                                "/v1/projects/" + project + "/imports/" + id,
                                                JsonNode.class)
                                        .get("created")
                                        .asInt(),
                        created -> created == drawn.size());
        return project;
    }

    private static String row(Projects projects, Picture picture, int number) {
        String ref = projects.upload(picture.contentType(), picture.bytes()).ref();
        Map<String, Object> work = Map.of("externalId", "p" + number, "picture", ref);
        Map<String, Object> question =
                Map.of(
                        "externalId",
                        "p" + number,
                        "picture",
                        ref,
                        "gold",
                        Map.of("tool", "category", "classId", "cat"),
                        "training",
                        true);
        return Json.text(number < QUESTIONS ? question : work);
    }

    private static Work hired(Platform platform) {
        Session ops = platform.staff().ops();
        String name = "learner-" + Passwords.random(6);
        Work work = new Work(platform.accounts().logIn(Accounts.createClient(ops, name, "worker")));
        work.apply();
        ops.send(Call.post("/v1/workers/" + name + "/activate"));
        return work;
    }

    private static void changeGuideline(Staff staff, String project) {
        String resource = "/v1/projects/" + project;
        staff.requester()
                .change(
                        resource,
                        Call.put(resource + "/guideline")
                                .json(
                                        Map.of(
                                                "markdown",
                                                "# Look\n\nA wolf is a dog.\n",
                                                "change",
                                                "material")));
    }

    /** The ids of the assignments; never one that was asked before. */
    private List<String> begun(Work work, String project, String trial) {
        JsonNode started =
                await().atMost(TIMEOUT)
                        .until(
                                () ->
                                        work.session()
                                                .exchange(Call.post(path(project, "/" + trial))),
                                Reply::isSuccess)
                        .as(JsonNode.class);
        List<String> ids =
                started.get("assignments")
                        .valueStream()
                        .map(one -> one.get("assignmentId").asString())
                        .toList();
        assertThat(asked).doesNotContainAnyElementsOf(ids);
        asked.addAll(ids);
        return ids;
    }

    /** Answers all alike, and waits for what review says. */
    private static List<JsonNode> judged(Work work, List<String> ids, String classId) {
        ids.forEach(
                id ->
                        assertThat(work.label(id, new Answer.Category(classId)).isSuccess())
                                .isTrue());
        return ids.stream()
                .map(
                        id ->
                                await().atMost(TIMEOUT)
                                        .until(
                                                () ->
                                                        work.session()
                                                                .get(
                                                                        assignment(id),
                                                                        JsonNode.class),
                                                one -> one.has("verdict")))
                .toList();
    }

    private static void awaitEnded(Work work, String project, int number) {
        await().atMost(TIMEOUT)
                .until(
                        () ->
                                standing(work, project)
                                        .at("/attempts/" + (number - 1))
                                        .has("endedAt"));
    }

    private static JsonNode standing(Work work, String project) {
        return work.session().get(path(project, ""), JsonNode.class);
    }

    private static Reply lease(Work work, String project) {
        return work.session().exchange(Call.post("/v1/leases").json(Map.of("projectId", project)));
    }

    private static String path(String project, String below) {
        return "/v1/qualifications/" + project + below;
    }

    private static String assignment(String id) {
        return "/v1/assignments/" + Call.encode(id);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
