package io.assay.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.assay.cli.client.Call;
import io.assay.cli.client.Json;
import io.assay.cli.client.Projects;
import io.assay.cli.client.Session;
import io.assay.cli.people.KnownAnswers;
import io.assay.cli.people.Staff;
import io.assay.cli.pictures.DrawnPictures;
import io.assay.cli.pictures.Picture;
import io.assay.events.Answer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A project of pictures of pets as its requester runs it, and the truth that only tests know. */
final class Pets {

    static final Duration TIMEOUT = Duration.ofMinutes(3);
    static final List<String> CLASSES = List.of("cat", "dog");

    private static final int MAX_PICTURES = 500;

    /**
     * A row of an import.
     *
     * @param shows the truth
     * @param gold the answer that the requester knows, of a picture that measures workers
     * @param training whether it is kept for tutorials and tests
     * @param workers who alone may take it
     */
    record Row(
            String externalId,
            String shows,
            @Nullable Answer gold,
            boolean training,
            List<String> workers) {}

    /** As it is sent. */
    private record Line(
            String externalId,
            String picture,
            @Nullable Answer gold,
            boolean training,
            List<String> workers) {}

    private final Staff staff;
    private final String id;
    private final KnownAnswers truth = new KnownAnswers(CLASSES);
    private final Map<String, String> taskIds = new ConcurrentHashMap<>();
    private final Iterator<Picture> pictures =
            DrawnPictures.draw(MAX_PICTURES, CLASSES, 29).iterator();

    private final AtomicInteger more = new AtomicInteger();

    private Pets(Staff staff, String id) {
        this.staff = staff;
        this.id = id;
    }

    /** Creates the project and publishes it, without a picture. */
    static Pets opened(Staff staff, String project) {
        String id =
                staff.requester()
                        .send(Call.post("/v1/projects").body("application/json", utf8(project)))
                        .as(JsonNode.class)
                        .get("id")
                        .asString();
        staff.projects().publish(id);
        return new Pets(staff, id);
    }

    String id() {
        return id;
    }

    String path() {
        return "/v1/projects/" + id;
    }

    /** Pictures to work on, half of cats and half of dogs. */
    static List<Row> work(String name, int count) {
        return rows(name, count, shows -> new Row("", shows, null, false, List.of()));
    }

    /** Pictures with their right answer, kept for tutorials and tests. */
    static List<Row> questions(String name, int count) {
        return rows(name, count, shows -> known(shows, true));
    }

    /** Pictures with their right answer, hidden among the work. */
    static List<Row> checks(String name, int count) {
        return rows(name, count, shows -> known(shows, false));
    }

    /** A check whose answer is wrong, though the requester believes it. */
    static Row wrongCheck(String name, String shows, String believed) {
        return new Row(name, shows, new Answer.Category(believed), false, List.of());
    }

    /** A picture that only these workers may take. */
    static Row workFor(String name, String shows, String... workers) {
        return new Row(name, shows, null, false, List.of(workers));
    }

    private static Row known(String shows, boolean training) {
        return new Row("", shows, new Answer.Category(shows), training, List.of());
    }

    private static List<Row> rows(String name, int count, Function<String, Row> row) {
        return IntStream.range(0, count)
                .mapToObj(i -> named(name + "-" + i, row.apply(CLASSES.get(i % CLASSES.size()))))
                .toList();
    }

    private static Row named(String name, Row row) {
        return new Row(name, row.shows(), row.gold(), row.training(), row.workers());
    }

    /** Uploads a picture for each row and imports them, and waits until all are in. */
    @SafeVarargs
    final void bring(List<Row>... parts) {
        List<String> lines = new ArrayList<>();
        for (List<Row> rows : parts) {
            rows.forEach(row -> lines.add(line(row)));
        }
        Session requester = staff.requester();
        String job =
                requester
                        .send(
                                Call.post(path() + "/imports")
                                        .body(
                                                "application/x-ndjson",
                                                utf8(
                                                        lines.stream()
                                                                .collect(
                                                                        Collectors.joining("\n")))))
                        .as(JsonNode.class)
                        .get("id")
                        .asString();
        JsonNode done =
                await().atMost(TIMEOUT)
                        .until(
                                () -> requester.get(path() + "/imports/" + job, JsonNode.class),
                                now -> !now.get("status").asString().equals("running"));
        assertThat(done.get("created").asInt()).as(done.toString()).isEqualTo(lines.size());
        for (List<Row> rows : parts) {
            rows.forEach(row -> truth.add(taskId(row.externalId()), row.shows()));
        }
    }

    /** A few pictures more to work on. */
    void bringMoreWork() {
        bring(work("more-" + more.incrementAndGet(), 10));
    }

    private String line(Row row) {
        Picture picture = pictures.next();
        Projects.Picture uploaded = staff.projects().upload(picture.contentType(), picture.bytes());
        return Json.text(
                new Line(
                        row.externalId(),
                        uploaded.ref(),
                        row.gold(),
                        row.training(),
                        row.workers()));
    }

    String taskId(String externalId) {
        return taskIds.computeIfAbsent(externalId, this::lookUp);
    }

    private String lookUp(String externalId) {
        return staff.requester()
                .get(path() + "/tasks?externalId=" + Call.encode(externalId), JsonNode.class)
                .at("/items/0/id")
                .asString();
    }

    /** The class of what the picture of the task shows. */
    String shows(String taskId) {
        return truth.ofTask(taskId).orElseThrow();
    }

    /** What the picture of the task shows. */
    Answer right(String taskId) {
        return new Answer.Category(shows(taskId));
    }

    /** What it does not show. */
    Answer wrong(String taskId) {
        return new Answer.Category(shows(taskId).equals("cat") ? "dog" : "cat");
    }

    /** The requester changes what is asked. */
    void changeGuideline(String markdown) {
        staff.requester()
                .change(
                        path(),
                        Call.put(path() + "/guideline")
                                .json(Map.of("markdown", markdown, "change", "material")));
    }

    /** The line of the export about a picture, as the partner reads it. */
    JsonNode exported(String taskId) {
        Call call = Call.get(path() + "/results").header("Accept", "application/x-ndjson");
        return staff.partner()
                .send(call)
                .text()
                .lines()
                .filter(line -> line.contains(taskId))
                .map(line -> Json.read(line, JsonNode.class))
                .findFirst()
                .orElseThrow();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
