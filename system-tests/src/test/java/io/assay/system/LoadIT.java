package io.assay.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.cli.client.Json;
import io.assay.cli.client.Work;
import io.assay.cli.people.LoadWorker;
import io.assay.cli.people.LoadWorker.Held;
import io.assay.cli.people.LoadWorkers;
import io.assay.cli.pictures.DrawnPictures;
import io.assay.events.Answer;
import io.assay.events.OverlapRule;
import io.assay.load.project.PictureProject;
import io.assay.load.project.PictureProject.Item;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The load generator speaks as the real gateway understands it. */
@ExtendWith(Platform.Extension.class)
@Order(3)
class LoadIT {

    private static final List<String> CLASSES = List.of("cat", "dog");

    @Test
    void leasesAndLabels(Platform platform) throws Exception {
        PictureProject project =
                PictureProject.draft(
                        platform.staff(),
                        "Load",
                        CLASSES,
                        new PictureProject.Rules(new OverlapRule(1, 1, 0.6), 0, 600));
        project.publish();
        project.bring(
                DrawnPictures.draw(6, CLASSES, 5).stream()
                        .map(picture -> new Item(picture.name(), picture, false))
                        .toList());
        String prefix = "load-" + platform.staff().run();
        try (LoadWorkers workforce =
                LoadWorkers.create(platform.accounts(), platform.staff().ops(), prefix, 2)) {
            LoadWorker worker = workforce.workers().getFirst();
            List<Held> held = lease(worker, project.projectId());

            byte[] cat = Json.bytes(new Work.Labelling(new Answer.Category("cat")));
            assertThat(worker.label(held.getFirst().assignmentId(), cat).status()).isEqualTo(200);
            assertThat(worker.nothing().status()).isEqualTo(404);
            assertThat(
                            workforce
                                    .workers()
                                    .getLast()
                                    .label(held.getLast().assignmentId(), cat)
                                    .status())
                    .isEqualTo(404);
        }
    }

    private static List<Held> lease(LoadWorker worker, String projectId) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> worker.lease(projectId, 5).assignments(), held -> !held.isEmpty());
    }
}
