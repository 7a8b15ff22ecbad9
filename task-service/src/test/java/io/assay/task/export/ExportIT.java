package io.assay.task.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.data.mongodb.core.query.Criteria.where;

import io.assay.events.Answer;
import io.assay.events.Box;
import io.assay.events.Decider;
import io.assay.events.Event;
import io.assay.events.Ids;
import io.assay.events.LabelClass;
import io.assay.events.Ontology;
import io.assay.events.ResultProvenance;
import io.assay.events.TaskLabelled;
import io.assay.events.TaskUnlabelable;
import io.assay.events.Tool;
import io.assay.formats.Formats;
import io.assay.formats.data.Entry;
import io.assay.formats.data.Format;
import io.assay.formats.data.Labelled;
import io.assay.formats.data.Pictures;
import io.assay.formats.data.RecordReader;
import io.assay.messaging.EventPublisher;
import io.assay.messaging.Outgoing;
import io.assay.messaging.TestClock;
import io.assay.task.Api;
import io.assay.task.ServiceTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ExportIT extends ServiceTest {

    private static final Instant NOW = TestClock.NOON;
    private static final Ontology BOXES =
            new Ontology(
                    Tool.BOX, List.of(new LabelClass("cat", "Cat"), new LabelClass("dog", "Dog")));
    private static final Box GOLD = new Box("dog", 1, 2, 3.25, 4);
    private static final Box FOUND = new Box("cat", 0.1, 0.2, 10.3, 20.7);

    @Autowired private MongoTemplate mongo;
    @Autowired private EventPublisher publisher;

    private final String owner = Api.requester("r" + UUID.randomUUID());
    private String project = "";

    /** One gold, two results of which one is unsure, one unlabelable, one pending. */
    @BeforeEach
    void aProjectHalfDone() {
        project = api.published(owner, "box");
        String rows =
                IntStream.range(0, 5)
                        .mapToObj(
                                i ->
                                        "{\"externalId\":\"a%d\",\"url\":\"https://pictures.example.org/%d.jpg\",\"width\":40,\"height\":30%s}\n"
                                                .formatted(i, i, i == 0 ? gold() : ""))
                        .collect(Collectors.joining());
        assertThat(api.imports(project, owner, rows).json().get("created").asInt()).isEqualTo(5);
        publish(labelled(1, 0.99), labelled(2, 0.6), unlabelable(3));
        await().untilAsserted(() -> assertThat(progress("pending")).isEqualTo(1));
    }

    private int progress(String status) {
        return api.get("/v1/projects/" + project + "/progress", owner).json().get(status).asInt();
    }

    private static String gold() {
        return ",\"gold\":" + new JsonMapper().writeValueAsString(new Answer.Boxes(List.of(GOLD)));
    }

    private TaskLabelled labelled(int task, double confidence) {
        return new TaskLabelled(
                taskId(project, "a" + task),
                project,
                "a" + task,
                1,
                new Answer.Boxes(List.of(FOUND)),
                confidence,
                3,
                Decider.CONSENSUS,
                1,
                NOW,
                new ResultProvenance("one-coin/1", 1, confidence, List.of(), List.of()));
    }

    private TaskUnlabelable unlabelable(int task) {
        return new TaskUnlabelable(
                taskId(project, "a" + task), project, "a" + task, 1, "broken", NOW);
    }

    private void publish(Event... events) {
        publisher.publish(
                List.of(events).stream()
                        .map(e -> new Outgoing(UUID.randomUUID().toString(), 0, e, null))
                        .toList());
    }

    private Api.Answer get(String path, String token) {
        return api.get("/v1/projects/" + project + "/exports/" + path, token);
    }

    private byte[] export(String path, String token) {
        Api.Answer answer = get(path, token);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("application/zip");
        return answer.response().body();
    }

    private static Map<String, String> unzip(byte[] archive) throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    private static Map<String, Answer> answers(Format format, byte[] archive) throws IOException {
        Map<String, Answer> answers = new LinkedHashMap<>();
        try (RecordReader reader =
                Formats.reader(
                        format, BOXES, new ByteArrayInputStream(archive), Pictures.UNKNOWN)) {
            for (Optional<Entry> next = reader.next(); next.isPresent(); next = reader.next()) {
                Labelled labelled = ((Entry.Row) next.get()).labelled();
                assertThat(labelled.ref()).startsWith("https://pictures.example.org/");
                assertThat(labelled.width()).isEqualTo(40);
                answers.put(labelled.externalId(), labelled.answer());
            }
        }
        return answers;
    }

    @Test
    void everyFormatHoldsTheAnswersAndListsTheRest() throws IOException {
        for (Format format : Format.values()) {
            byte[] archive = export(format.wireName(), owner);

            assertThat(answers(format, archive))
                    .isEqualTo(
                            Map.of(
                                    "a0",
                                    new Answer.Boxes(List.of(GOLD)),
                                    "a1",
                                    new Answer.Boxes(List.of(FOUND)),
                                    "a2",
                                    new Answer.Boxes(List.of(FOUND))));
            Map<String, String> files = unzip(archive);
            assertThat(new ArrayList<>(files.keySet()).getLast()).isEqualTo("manifest.json");
            assertThat(files.get("missing.ndjson").lines())
                    .hasSize(2)
                    .anyMatch(
                            l ->
                                    l.contains("a3")
                                            && l.contains("unlabelable")
                                            && l.contains("broken"))
                    .anyMatch(l -> l.contains("a4") && l.contains("pending"));
        }
    }

    @Test
    void theManifestVouchesForEveryFileAndAddsUp() throws IOException {
        Map<String, String> files = unzip(export("voc?minConfidence=0.9", owner));

        JsonNode manifest = new JsonMapper().readTree(files.get("manifest.json"));
        String sums = files.get("SHA256SUMS");
        assertThat(manifest.get("sha256OfSums").asString())
                .isEqualTo(Ids.sha256Hex(sums.getBytes(StandardCharsets.UTF_8)));
        for (String line : sums.lines().toList()) {
            String content = files.get(line.substring(66));
            assertThat(Ids.sha256Hex(content.getBytes(StandardCharsets.UTF_8)))
                    .isEqualTo(line.substring(0, 64));
        }
        assertThat(manifest.get("files").asInt()).isEqualTo(files.size() - 1);
        assertThat(manifest.at("/counts/tasks").asInt()).isEqualTo(5);
        assertThat(manifest.at("/counts/written").toString())
                .isEqualTo("{\"gold\":1,\"labelled\":1}");
        assertThat(manifest.at("/counts/leftOut").toString())
                .isEqualTo("{\"pending\":1,\"unlabelable\":1,\"low-confidence\":1}");
        assertThat(manifest.at("/counts/guidelineVersions/1").asInt()).isEqualTo(1);
        assertThat(manifest.at("/guidelines/0/sha256").asString()).hasSize(64);
        assertThat(manifest.at("/counts/losses").findValuesAsString("loss"))
                .containsExactly("whole-pixels", "provenance", "sources");
    }

    @Test
    void pendingIsInItOnlyIfAskedForAndNotAsAnEmptyPicture() throws IOException {
        assertThat(answers(Format.COCO, export("coco?includePending=true", owner)))
                .containsEntry("a4", null);
        assertThat(unzip(export("voc?includePending=true", owner)).get("missing.ndjson"))
                .contains("no-answer");
        assertThat(answers(Format.COCO, export("coco?includeGold=false", owner)))
                .containsOnlyKeys("a1", "a2");
    }

    @Test
    void ndjsonTellsWhatAResultRestsOnAndOtherFormatsTellThatTheyDoNot() throws IOException {
        assertThat(unzip(export("ndjson", owner)).get("results.ndjson"))
                .contains("\"restsOn\":{\"method\":\"one-coin/1\"");
        JsonNode losses = get("csv/losses", owner).json().at("/counts/losses");
        assertThat(losses).hasSize(1);
        assertThat(losses.at("/0/loss").asString()).isEqualTo("sources");
        assertThat(losses.at("/0/count").asInt()).isEqualTo(2);
    }

    /** What was exported comes in again as it was, in another project, as the same answers. */
    @Test
    void ourOwnExportsComeInAgain() throws IOException {
        for (String format :
                List.of("csv", "ndjson", "coco", "voc", "yolo", "cvat", "label-studio")) {
            byte[] exported = export(format, owner);
            String first = project;
            String other = api.published(owner, "box");

            Api.Answer job =
                    api.send(
                            "POST",
                            "/v1/projects/" + other + "/imports?as=gold&format=" + format,
                            owner,
                            exported,
                            "Content-Type",
                            "application/zip");

            assertThat(job.json().path("created").asInt()).as(format + job.text()).isEqualTo(3);
            project = other;
            assertThat(answers(Format.NDJSON, export("ndjson", owner)))
                    .as(format)
                    .isEqualTo(
                            Map.of(
                                    "a0",
                                    new Answer.Boxes(List.of(GOLD)),
                                    "a1",
                                    new Answer.Boxes(List.of(FOUND)),
                                    "a2",
                                    new Answer.Boxes(List.of(FOUND))));
            project = first;
        }
    }

    @Test
    void resultsAsTheyAreServedComeInAgainToo() {
        byte[] lines = api.get("/v1/projects/" + project + "/results", owner).response().body();
        String other = api.published(owner, "box");

        Api.Answer job =
                api.send(
                        "POST",
                        "/v1/projects/" + other + "/imports?as=prelabel&format=ndjson&dryRun=true",
                        owner,
                        lines,
                        "Content-Type",
                        "application/x-ndjson");

        // they do not say the sizes that shapes on addresses of the web need
        assertThat(job.json().path("rows").asInt()).as(job.text()).isEqualTo(5);
    }

    @Test
    void textsThatASpreadsheetWouldRunAreHarmlessUnlessPlainIsAskedFor() throws IOException {
        String row =
                "{\"externalId\":\"=cmd|1\",\"url\":\"https://pictures.example.org/f.jpg\","
                        + "\"width\":40,\"height\":30%s}\n".formatted(gold());
        assertThat(api.imports(project, owner, row).json().get("created").asInt()).isEqualTo(1);

        assertThat(unzip(export("csv", owner)).get("results.csv")).contains("\n'=cmd|1,");
        assertThat(unzip(export("csv?plain=true", owner)).get("results.csv")).contains("\n=cmd|1,");
        assertThat(unzip(export("yolo", owner)).get("pictures.csv")).contains(",'=cmd|1,");
    }

    /** Gold must look like any other task that is not done. */
    @Test
    void partnersCannotTellGold() throws IOException {
        byte[] archive = export("ndjson", Api.partner("partner1"));

        assertThat(answers(Format.NDJSON, archive)).containsOnlyKeys("a1", "a2");
        String all = unzip(archive).toString();
        assertThat(all).doesNotContain("gold\":1", "\"why\":\"gold\"", "3.25");
        assertThat(unzip(archive).get("missing.ndjson").lines())
                .filteredOn(line -> line.contains("\"why\":\"pending\""))
                .hasSize(2);
        assertThat(get("coco", Api.partner("partner2")).problem()).isEqualTo("project-not-found");
        assertThat(get("coco", Api.requester("stranger")).problem()).isEqualTo("project-not-found");
        assertThat(get("coco/losses", Api.requester("stranger")).problem())
                .isEqualTo("project-not-found");
    }

    @Test
    void whatAFormatCannotSayIsToldBefore() {
        JsonNode voc = get("voc/losses", owner).json();

        assertThat(voc.get("expressible").asBoolean()).isTrue();
        assertThat(voc.at("/counts/tasks").asInt()).isEqualTo(5);
        assertThat(voc.at("/counts/losses/0/loss").asString()).isEqualTo("whole-pixels");
        assertThat(voc.at("/counts/losses/0/count").asInt()).isEqualTo(3);
        assertThat(voc.at("/counts/losses/1/loss").asString()).isEqualTo("provenance");
        assertThat(voc.at("/counts/losses/1/count").asInt()).isEqualTo(3);
        assertThat(get("ndjson/losses", owner).json().at("/counts/losses").size()).isZero();
    }

    @Test
    void aFormatThatIsNoneOrLacksTheToolIsRefused() {
        project = api.published(owner, "category");

        assertThat(get("voc", owner).problem()).isEqualTo("format-lacks-tool");
        assertThat(get("voc/losses", owner).json().get("expressible").asBoolean()).isFalse();
        assertThat(get("excel", owner).problem()).isEqualTo("format-unknown");
        assertThat(get("coco?minConfidence=2", owner).problem()).isEqualTo("invalid-request");
        assertThat(get("coco", "").status()).isEqualTo(401);
    }

    /** Half an archive must never pass for a whole one. */
    @Test
    void anExportThatFailsOnTheWayBreaksOff() {
        Query all = Query.query(where("state.projectId").is(project)).with(Sort.by("_id"));
        String pending = taskId(project, "a4");
        assertThat(mongo.find(all, Document.class, "tasks")).hasSize(5);
        mongo.updateFirst(
                Query.query(where("_id").is(pending)),
                Update.update("state.status", "labelled"),
                "tasks");

        try {
            assertThat(get("coco", owner).status()).isEqualTo(500);
        } catch (UncheckedIOException brokeOff) {
            assertThat(brokeOff).hasCauseInstanceOf(IOException.class);
        }
    }
}
