package io.assay.task.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.assay.events.Answer;
import io.assay.events.GoldSet;
import io.assay.events.TaskCreated;
import io.assay.events.Topic;
import io.assay.task.Api;
import io.assay.task.ServiceTest;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Files of annotation tools, as gold or to be corrected. */
class ImportAnnotationsIT extends ServiceTest {

    private static final byte[] COCO =
            """
            {"images":[{"id":1,"file_name":"one/a b.jpg","width":100,"height":80},
                       {"id":2,"file_name":"c.jpg","width":100,"height":80}],
             "categories":[{"id":7,"name":"cat"}],
             "annotations":[{"id":1,"image_id":1,"category_id":7,"bbox":[10,20,30,40]},
                            {"id":2,"image_id":2,"category_id":7,"bbox":[90,20,30,40]}]}
            """
                    .getBytes(StandardCharsets.UTF_8);

    private final String owner = Api.requester("r" + UUID.randomUUID());

    private Api.Answer coco(String project, String query, String... headers) {
        String[] all = new String[headers.length + 2];
        System.arraycopy(headers, 0, all, 0, headers.length);
        all[headers.length] = "Content-Type";
        all[headers.length + 1] = "application/json";
        return api.send(
                "POST",
                "/v1/projects/" + project + "/imports?format=coco" + query,
                owner,
                COCO,
                all);
    }

    @Test
    void answersBecomeGoldAndWhatIsOutsideOfItsPictureIsTold() {
        String project = api.published(owner, "box");

        Api.Answer job = coco(project, "&as=gold&pictures=https://pictures.example.org/set/");

        assertThat(job.json().path("status").asString("")).as(job.text()).isEqualTo("done");
        assertThat(job.json().get("rows").asInt()).isEqualTo(2);
        assertThat(job.json().get("rejected").asInt()).isEqualTo(1);
        Api.Answer errors = api.get(job.header("Location") + "/errors", owner);
        assertThat(errors.json().at("/items/0/row").asInt()).isEqualTo(2);
        String task = taskId(project, "one/a b.jpg");
        await().untilAsserted(() -> assertThat(events(Topic.GOLD, task)).hasSize(1));
        assertThat(eventsOnly(Topic.GOLD, task))
                .singleElement()
                .isInstanceOfSatisfying(
                        GoldSet.class,
                        gold -> assertThat(gold.answer()).isInstanceOf(Answer.Boxes.class));
        assertThat(eventsOnly(Topic.TASKS, task))
                .singleElement()
                .isInstanceOfSatisfying(
                        TaskCreated.class,
                        created ->
                                assertThat(created.media().ref())
                                        .isEqualTo(
                                                "https://pictures.example.org/set/one/a%20b.jpg"));
    }

    @Test
    void answersAreToBeCorrectedUnlessSaidOtherwise() {
        String project = api.published(owner, "box");

        coco(project, "&pictures=https://pictures.example.org/");

        String task = taskId(project, "one/a b.jpg");
        await().untilAsserted(() -> assertThat(events(Topic.TASKS, task)).hasSize(1));
        assertThat(eventsOnly(Topic.TASKS, task))
                .singleElement()
                .isInstanceOfSatisfying(
                        TaskCreated.class,
                        created -> assertThat(created.preLabel()).isInstanceOf(Answer.Boxes.class));
    }

    @Test
    void suchAFileComesInOnePieceAndMayComeAgain() {
        String project = api.published(owner, "box");
        String query = "&pictures=https://pictures.example.org/";

        Api.Answer first = coco(project, query, "Idempotency-Key", "k1");
        Api.Answer again = coco(project, query, "Idempotency-Key", "k1");

        assertThat(again.json()).isEqualTo(first.json());
        assertThat(coco(project, "&as=truth").problem()).isEqualTo("invalid-request");
        String path = "/v1/projects/" + project + "/imports";
        assertThat(api.post(path, owner, "{\"format\":\"coco\"}").problem())
                .isEqualTo("unknown-format");
        Api.Answer broken =
                api.send(
                        "POST",
                        path + "?format=coco",
                        owner,
                        "[1,".getBytes(StandardCharsets.UTF_8),
                        "Content-Type",
                        "application/json");
        assertThat(broken.problem()).isEqualTo("unreadable-import");
    }
}
