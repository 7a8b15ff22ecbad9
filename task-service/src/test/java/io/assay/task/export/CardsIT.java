package io.assay.task.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.assay.events.Answer;
import io.assay.task.Api;
import io.assay.task.ServiceTest;
import io.assay.task.picture.Samples;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Boxes in, out and in again: on pictures of our own making, and real ones on photographs of
 * playing cards, if those are there.
 */
class CardsIT extends ServiceTest {

    private static final int RECORDED = 66;
    private static final int MADE = 9;
    private static final int HEIGHT = 48;
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

    private static byte[] zip(String ending, IntFunction<byte[]> content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < MADE; i++) {
                zip.putNextEntry(new ZipEntry("cards/card-" + i + ending));
                zip.write(content.apply(i));
            }
        }
        return bytes.toByteArray();
    }

    /** Of a size of its own, with one to three boxes, of which one reaches the edges. */
    private static byte[] annotation(int number) {
        int width = width(number);
        StringBuilder objects = new StringBuilder();
        for (int i = 0; i <= number % 3; i++) {
            objects.append(
                    """
                    <object><name>%s</name><difficult>0</difficult><bndbox><xmin>%d</xmin>
                    <ymin>%d</ymin><xmax>%d</xmax><ymax>%d</ymax></bndbox></object>
                    """
                            .formatted(
                                    CLASSES.get((number + i) % CLASSES.size()),
                                    i == 2 ? 0 : 8 * (i + 1),
                                    i == 2 ? 0 : 4,
                                    i == 2 ? width : 8 * (i + 3),
                                    i == 2 ? HEIGHT : 36));
        }
        return """
        <annotation><filename>card-%d.jpg</filename><size><width>%d</width>
        <height>%d</height><depth>3</depth></size>%s</annotation>
        """
                .formatted(number, width, HEIGHT, objects)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static int width(int number) {
        return 64 + 16 * number;
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
    private String imported(String format, byte[] zip, int pictures) {
        String project = project();
        Api.Answer job =
                send(
                        "/v1/projects/%s/imports?format=%s&as=gold&pictures=cards/"
                                .formatted(project, format),
                        zip);
        assertThat(job.json().path("created").asInt()).as(job.text()).isEqualTo(pictures);
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
    void madeBoxesComeBackEqualFromEveryFormat() throws IOException {
        comeBackEqual(
                zip(".jpg", i -> Samples.jpeg(width(i), HEIGHT, 7_000 + i)),
                zip(".xml", CardsIT::annotation),
                MADE);
    }

    @Test
    void realBoxesComeBackEqualFromEveryFormat() throws IOException {
        Path cards = cards();

        comeBackEqual(
                zip(cards, name -> !name.endsWith(".xml")),
                zip(cards, name -> name.endsWith(".xml")),
                RECORDED);
    }

    private void comeBackEqual(byte[] pictures, byte[] annotations, int count) {
        JsonNode upload = send("/v1/pictures/uploads", pictures).json();
        assertThat(upload.get("stored").asInt() + upload.get("known").asInt()).isEqualTo(count);

        String first = imported("voc", annotations, count);

        Map<String, Answer> expected = answers(first);
        assertThat(expected).hasSize(count);
        for (String format : List.of("coco", "yolo", "voc", "cvat")) {
            byte[] exported =
                    api.get("/v1/projects/" + first + "/exports/" + format, owner)
                            .response()
                            .body();
            String again = imported(format, exported, count);
            await().untilAsserted(() -> assertThat(answers(again)).as(format).isEqualTo(expected));
        }
    }
}
