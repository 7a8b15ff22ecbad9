package io.assay.task.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.assay.events.Answer;
import io.assay.events.GoldSet;
import io.assay.events.Media;
import io.assay.events.TaskCreated;
import io.assay.events.TaskKind;
import io.assay.events.Topic;
import io.assay.messaging.Envelope;
import io.assay.messaging.TestClock;
import io.assay.task.Api;
import io.assay.task.ServiceTest;
import io.assay.task.picture.Samples;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

class ImportIT extends ServiceTest {

    @Autowired private MongoImports imports;
    @Autowired private ImportWatch watch;
    @LocalServerPort private int port;

    private final String requesterId = "r" + UUID.randomUUID();
    private final String owner = Api.requester(requesterId);

    private static String linked(String externalId) {
        return "{\"externalId\":\"%s\",\"url\":\"https://pictures.example.org/%s.jpg\"}\n"
                .formatted(externalId, externalId);
    }

    private static String linked(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> linked("a" + i))
                .collect(Collectors.joining());
    }

    private static void assertCounts(
            Api.Answer job, int rows, int created, int duplicates, int rejected) {
        assertThat(List.of("rows", "created", "duplicates", "rejected"))
                .extracting(field -> job.json().get(field).asInt())
                .as(job.text())
                .containsExactly(rows, created, duplicates, rejected);
    }

    private String errorsPath(Api.Answer job) {
        return job.header("Location") + "/errors";
    }

    @Test
    void everyRowBecomesATaskThatIsToldOnce() {
        String project = api.published(owner, "category");
        String ref = api.upload(Samples.png(40, 30, 1), owner).json().get("ref").asString();
        String body =
                """
                {"externalId":"work","picture":"%s","complexity":1.5,"priority":3}
                {"externalId":"gold","picture":"%s","gold":{"tool":"category","classId":"cat"},"training":true}
                """
                        .formatted(ref, ref);

        Api.Answer job = api.imports(project, owner, body);

        assertThat(job.status()).isEqualTo(202);
        assertThat(job.json().get("status").asString()).isEqualTo("done");
        assertCounts(job, 2, 2, 0, 0);
        assertThat(api.get(job.header("Location"), owner).json()).isEqualTo(job.json());
        String work = taskId(project, "work");
        String gold = taskId(project, "gold");
        await().untilAsserted(
                        () -> {
                            assertThat(events(Topic.TASKS, work)).hasSize(1);
                            assertThat(events(Topic.TASKS, gold)).hasSize(1);
                            assertThat(events(Topic.GOLD, gold)).hasSize(1);
                        });
        Envelope told = events(Topic.TASKS, work).getFirst();
        TaskCreated created = (TaskCreated) told.event();
        assertThat(told.id()).isEqualTo(work + ":1");
        assertThat(told.traceparent()).contains(work);
        assertThat(created)
                .isEqualTo(
                        new TaskCreated(
                                work,
                                project,
                                "work",
                                TaskKind.WORK,
                                new Media("image", ref, "image/png", 40, 30),
                                1_500,
                                3,
                                null,
                                created.createdAt()));
        assertThat(eventsOnly(Topic.TASKS, gold))
                .singleElement()
                .isInstanceOfSatisfying(
                        TaskCreated.class, e -> assertThat(e.kind()).isEqualTo(TaskKind.GOLD));
        assertThat(eventsOnly(Topic.GOLD, gold))
                .singleElement()
                .isInstanceOfSatisfying(
                        GoldSet.class,
                        e -> {
                            assertThat(e.answer()).isEqualTo(new Answer.Category("cat"));
                            assertThat(e.training()).isTrue();
                        });
    }

    @Test
    void sendingItAgainChangesNothing() {
        String project = api.published(owner, "category");
        assertCounts(api.imports(project, owner, linked(1_201)), 1_201, 1_201, 0, 0);

        Api.Answer again =
                api.imports(project, owner, linked(1_201) + linked("new") + linked("new"));

        assertCounts(again, 1_203, 1, 1_202, 0);
        String task = taskId(project, "a7");
        await().untilAsserted(() -> assertThat(events(Topic.TASKS, task)).hasSize(1));
        assertThat(
                        api.get("/v1/projects/" + project + "/progress", owner)
                                .json()
                                .get("total")
                                .asInt())
                .isEqualTo(1_202);
    }

    @Test
    void aRepeatedRequestGivesTheSameJob() {
        String project = api.published(owner, "category");
        String key = UUID.randomUUID().toString();

        Api.Answer first = api.imports(project, owner, linked(3), "Idempotency-Key", key);
        Api.Answer again = api.imports(project, owner, linked(3), "Idempotency-Key", key);
        Api.Answer other = api.imports(project, owner, linked(4), "Idempotency-Key", key);

        assertThat(again.json()).isEqualTo(first.json());
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.problem()).isEqualTo("idempotency-key-reused");
    }

    /** A dry run under the same key must not stand for the import that is meant. */
    @Test
    void theSameRowsUnderOtherTermsAreAnotherRequest() {
        String project = api.published(owner, "category");
        String path = "/v1/projects/" + project + "/imports?dryRun=true";
        byte[] rows = linked(3).getBytes(StandardCharsets.UTF_8);
        String[] headers = {"Content-Type", "application/x-ndjson", "Idempotency-Key", "dry"};

        Api.Answer dry = api.send("POST", path, owner, rows, headers);
        Api.Answer meant = api.imports(project, owner, rows, "Idempotency-Key", "dry");

        assertThat(dry.status()).isEqualTo(202);
        assertThat(api.send("POST", path, owner, rows, headers).json()).isEqualTo(dry.json());
        assertThat(meant.problem()).isEqualTo("idempotency-key-reused");
    }

    /** Who sends slowly holds no more than a share of the slots. */
    @Test
    void oneRequesterDoesNotHoldAllSlots() throws IOException {
        String project = api.published(owner, "category");
        String stranger = Api.requester("r" + UUID.randomUUID());
        String elsewhere = api.published(stranger, "category");
        List<Socket> held = new ArrayList<>();
        try {
            // one more each time, as what asks may take a slot before what is begun does
            await().untilAsserted(
                            () -> {
                                held.add(begun(project, "held-" + held.size()));
                                assertThat(api.imports(project, owner, linked(1)).problem())
                                        .isEqualTo("too-many-imports");
                            });

            assertThat(api.imports(project, owner, linked(1)).header("Retry-After")).isNotEmpty();
            assertThat(api.imports(elsewhere, stranger, linked(1)).status()).isEqualTo(202);
        } finally {
            for (Socket socket : held) {
                socket.close();
            }
        }
        await().untilAsserted(
                        () ->
                                assertThat(api.imports(project, owner, linked(1)).status())
                                        .isEqualTo(202));
    }

    /** One whose body never comes to its end. */
    private Socket begun(String project, String key) throws IOException {
        Socket socket = new Socket("localhost", port);
        String head =
                ("POST /v1/projects/%s/imports HTTP/1.1\r\nHost: localhost\r\nAuthorization: %s\r\n"
                                + "Content-Type: application/x-ndjson\r\nIdempotency-Key: %s\r\n"
                                + "Content-Length: 1000000\r\n\r\n")
                        .formatted(project, owner, key);
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().write('{');
        socket.getOutputStream().flush();
        return socket;
    }

    @Test
    void aBadRowIsToldWithItsReasonAndStopsNoOther() {
        String project = api.published(owner, "category");
        List<byte[]> lines = new ArrayList<>();
        lines.add(linked("good").getBytes(StandardCharsets.UTF_8));
        lines.add("{not json\n".getBytes(StandardCharsets.UTF_8));
        lines.add("{\"externalId\":\"x\",\"colour\":1}\n".getBytes(StandardCharsets.UTF_8));
        lines.add(new byte[] {'"', (byte) 0xFF, '"', '\n'});
        lines.add(("x".repeat(70_000) + "\n").getBytes(StandardCharsets.UTF_8));
        lines.add("\n".getBytes(StandardCharsets.UTF_8));
        lines.add(linked("good").replace(".jpg", ".png").getBytes(StandardCharsets.UTF_8));
        lines.add(linked("evil").replace("pictures.", "evil.").getBytes(StandardCharsets.UTF_8));
        lines.add(linked("last").getBytes(StandardCharsets.UTF_8));
        var body = new java.io.ByteArrayOutputStream();
        lines.forEach(body::writeBytes);

        Api.Answer job = api.imports(project, owner, body.toByteArray());

        assertThat(job.json().get("status").asString()).isEqualTo("done");
        assertCounts(job, 8, 2, 0, 6);
        List<String> errors = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = api.get(errorsPath(job) + "?limit=4" + cursor, owner).json();
            for (JsonNode error : page.get("items")) {
                errors.add(error.get("row").asInt() + " " + error.path("field").asString("-"));
                assertThat(error.get("reason").asString()).isNotBlank();
            }
            cursor = page.has("next") ? "&cursor=" + page.get("next").asString() : "";
        } while (!cursor.isEmpty());
        assertThat(errors)
                .containsExactly("2 -", "3 colour", "4 -", "5 -", "7 externalId", "8 url");
    }

    @Test
    void aPictureOfAnotherIsNoPictureForMe() {
        String project = api.published(owner, "category");
        String ref =
                api.upload(Samples.png(9, 9, 5), Api.requester("neighbour"))
                        .json()
                        .get("ref")
                        .asString();
        String row = "{\"externalId\":\"a\",\"picture\":\"" + ref + "\"}";

        assertCounts(api.imports(project, owner, row), 1, 0, 0, 1);
        api.upload(Samples.png(9, 9, 5), owner);
        assertCounts(api.imports(project, owner, row), 1, 1, 0, 0);
    }

    @Test
    void onlyAnOpenProjectTakesRows() {
        Api.Answer draft = api.post("/v1/projects", owner, Api.project("Animals", "tags"));
        String id = draft.json().get("id").asString();

        Api.Answer refused = api.imports(id, owner, linked(1));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("project-status");
        assertThat(api.imports(id, Api.requester("stranger"), linked(1)).status()).isEqualTo(404);
        assertThat(api.imports(id, Api.partner("partner1"), linked(1)).status()).isEqualTo(403);
        assertThat(api.imports(id, "", linked(1)).status()).isEqualTo(401);
    }

    @Test
    void aBodyThatBreaksOffLeavesTheJobOpenAndIsCompletedByARepeat() throws IOException {
        String project = api.published(owner, "category");
        String body = linked(1_500);

        breakOff(project, body.substring(0, body.indexOf("\"a1200\"")), "half-1");
        String listed = "/v1/projects/" + project + "/imports";
        await().untilAsserted(
                        () ->
                                assertThat(
                                                api.get(listed, owner)
                                                        .json()
                                                        .at("/items/0/status")
                                                        .asString(""))
                                        .isEqualTo("open"));
        assertThat(api.get(listed, owner).json().at("/items/0/created").asInt()).isEqualTo(1_000);

        Api.Answer completed = api.imports(project, owner, body, "Idempotency-Key", "half-1");

        assertThat(completed.json().get("status").asString()).isEqualTo("done");
        assertCounts(completed, 1_500, 500, 1_000, 0);
    }

    private void breakOff(String project, String part, String key) throws IOException {
        try (Socket socket = new Socket("localhost", port)) {
            OutputStream out = socket.getOutputStream();
            String head =
                    "POST /v1/projects/%s/imports HTTP/1.1\r\n"
                            + "Host: localhost\r\n"
                            + "Authorization: %s\r\n"
                            + "Content-Type: application/x-ndjson\r\n"
                            + "Idempotency-Key: %s\r\n"
                            + "Content-Length: 1000000\r\n\r\n";
            out.write(head.formatted(project, owner, key).getBytes(StandardCharsets.US_ASCII));
            out.write(part.getBytes(StandardCharsets.US_ASCII));
            out.flush();
        }
    }

    @Test
    void anImportWhoseProcessDiedIsOpenedAndCompletedByARepeat() {
        String project = api.published(owner, "category");
        Api.Answer first = api.imports(project, owner, linked(2), "Idempotency-Key", "killed-1");
        String jobId = first.json().get("id").asString();
        ImportJob done = imports.find(jobId).orElseThrow();
        assertThat(imports.restart(done, job(jobId, project).running("dead", longAgo()))).isTrue();
        watch.beat();

        Api.Answer open = api.get(first.header("Location"), owner);
        assertThat(open.json().get("status").asString()).isEqualTo("open");
        Api.Answer completed =
                api.imports(project, owner, linked(2), "Idempotency-Key", "killed-1");
        assertThat(completed.json().get("status").asString()).isEqualTo("done");
        assertCounts(completed, 2, 0, 2, 0);
    }

    @Test
    void aRunnerGivenUpAsDeadCannotSpeakForItsSuccessor() {
        ImportJob job = job(UUID.randomUUID().toString(), "p").running("first", longAgo());
        assertThat(imports.start(job)).isTrue();

        watch.beat();

        ImportJob open = imports.find(job.id()).orElseThrow();
        assertThat(open.status()).isEqualTo(ImportStatus.OPEN);
        assertThat(open.reason()).isEqualTo(ImportWatch.INTERRUPTED);
        ImportJob second = open.running("second", TestClock.now());
        assertThat(imports.save(job)).isEmpty();
        assertThat(imports.resume(open, second)).isTrue();
        assertThat(imports.resume(open, second)).isFalse();
        assertThat(imports.save(job)).isEmpty();
        assertThat(imports.save(second)).isPresent();
    }

    private ImportJob job(String id, String project) {
        ImportTerms terms = new ImportTerms(ImportFormat.NDJSON, null, false, null, null);
        return ImportJob.open(id, project, requesterId, terms, longAgo());
    }

    private static Instant longAgo() {
        return TestClock.now().minusSeconds(600);
    }

    @Test
    void refusesMoreNamesThanThereIsRoomFor() {
        String project = api.published(owner, "category");
        String rows =
                IntStream.range(0, 1_001)
                        .mapToObj(i -> named("n" + i, i * 100))
                        .collect(Collectors.joining());

        Api.Answer job = api.imports(project, owner, rows + named("again", 0));

        assertCounts(job, 1_002, 1_001, 0, 1);
        assertThat(api.get(errorsPath(job), owner).text())
                .contains("100 more names (expected: at most 100000 in all different lists");
    }

    /** Names a hundred workers. */
    private static String named(String externalId, int from) {
        String workers =
                IntStream.range(from, from + 100)
                        .mapToObj(i -> "\"w" + i + "\"")
                        .collect(Collectors.joining(","));
        return linked(externalId).replace("}", ",\"workers\":[" + workers + "]}");
    }
}
