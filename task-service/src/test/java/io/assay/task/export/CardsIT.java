package io.assay.task.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.assay.events.Answer;
import io.assay.task.Api;
import io.assay.task.ServiceTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Real photographs of playing cards with real boxes, if they are there: in, out and in again. */
class CardsIT extends ServiceTest {

    private static final int PICTURES = 66;
    private static final List<String> CLASSES =
            List.of("nine", "ten", "jack", "queen", "king", "ace");

    private static final JsonMapper JSON = new JsonMapper();

    private final String owner = Api.requester("r" + UUID.randomUUID());

    private static Path cards() {
        Path data =
                Optional.ofNullable(System.getenv("ASSAY_DATA"))
                        .map(Path::of)
                        .orElse(Path.of("../../shared/data"));
        Path cards = data.resolve("photos/cards-boxes/test");
        Assumptions.assumeTrue(Files.isDirectory(cards), "no recorded data at " + cards);
        return cards;
    }

    private static byte[] zip(Path folder, Predicate<String> name) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes);
                Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                if (name.test(file.getFileName().toString())) {
                    zip.putNextEntry(new ZipEntry("cards/" + file.getFileName()));
                    Files.copy(file, zip);
                }
            }
        }
        return bytes.toByteArray();
    }

    private String project() {
        String classes =
                CLASSES.stream()
                        .map("{\"id\":\"%1$s\",\"name\":\"%1$s\"}"::formatted)
                        .collect(Collectors.joining(",", "[", "]"));
        String body =
                Api.project("Cards", "box")
                        .replaceFirst("\"classes\":\\[.*?]", "\"classes\":" + classes);
        Api.Answer created = api.post("/v1/projects", owner, body);
        String id = created.json().get("id").asString();
        api.post("/v1/projects/" + id + "/publish", owner, "", "If-Match", created.etag());
        return id;
    }

    private Api.Answer send(String path, byte[] zip) {
        return api.send("POST", path, owner, zip, "Content-Type", "application/zip");
    }

    /** As gold, so that the answers can be exported without a crowd. */
    private String imported(String format, byte[] zip) {
        String project = project();
        Api.Answer job =
                send(
                        "/v1/projects/%s/imports?format=%s&as=gold&pictures=cards/"
                                .formatted(project, format),
                        zip);
        assertThat(job.json().path("created").asInt()).as(job.text()).isEqualTo(PICTURES);
        return project;
    }

    /** The answer to each picture, by its content's hash. */
    private Map<String, Answer> answers(String project) {
        Map<String, Answer> answers = new HashMap<>();
        Api.Answer rows =
                api.get(
                        "/v1/projects/" + project + "/results",
                        owner,
                        "Accept",
                        "application/x-ndjson");
        rows.text()
                .lines()
                .map(JSON::readTree)
                .forEach(
                        row ->
                                answers.put(
                                        row.at("/ref").asString(),
                                        JSON.treeToValue(row.get("answer"), Answer.class)));
        return answers;
    }

    @Test
    void realBoxesComeBackEqualFromEveryFormat() throws IOException {
        Path cards = cards();
        JsonNode upload =
                send("/v1/pictures/uploads", zip(cards, name -> !name.endsWith(".xml"))).json();
        assertThat(upload.get("stored").asInt() + upload.get("known").asInt()).isEqualTo(PICTURES);

        String first = imported("voc", zip(cards, name -> name.endsWith(".xml")));

        Map<String, Answer> expected = answers(first);
        assertThat(expected).hasSize(PICTURES);
        for (String format : List.of("coco", "yolo", "voc", "cvat")) {
            byte[] exported =
                    api.get("/v1/projects/" + first + "/exports/" + format, owner)
                            .response()
                            .body();
            String again = imported(format, exported);
            await().untilAsserted(() -> assertThat(answers(again)).as(format).isEqualTo(expected));
        }
    }
}
