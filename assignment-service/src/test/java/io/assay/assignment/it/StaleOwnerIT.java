package io.assay.assignment.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.assay.assignment.Fixtures;
import io.assay.assignment.dispatch.Dispatch;
import io.assay.assignment.it.Instance.Response;
import io.assay.assignment.task.MongoOwners;
import io.assay.events.LeaseRule;
import io.assay.events.ProjectStatus;
import io.assay.events.TaskKind;
import io.assay.messaging.Engines;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;
import tools.jackson.databind.JsonNode;

/** An owner that was stopped while another took over goes on, and knows of nothing. */
class StaleOwnerIT {

    private static final int TASKS = 20;

    @Test
    void givesNothingOutOnceAnotherHasTakenOver() {
        try (Engines engines = Engines.start();
                Instance stopped = Instance.start(engines, "stale")) {
            stopped.publish(
                    Fixtures.project("p", ProjectStatus.PUBLISHED, 1, new LeaseRule(5, 3_600)));
            IntStream.range(0, TASKS)
                    .forEach(i -> stopped.publish(Fixtures.task("t" + i, "p", TaskKind.WORK)));
            eventually().until(() -> stopped.bean(Dispatch.class).ready("p", 1) == TASKS);
            for (String worker : List.of("before", "after", "later")) {
                stopped.apply(worker);
            }
            List<String> given = new ArrayList<>(ids(stopped.lease("before", "p")));
            assertThat(given).hasSize(5);

            // what another instance does first when it takes over
            new MongoOwners(stopped.bean(MongoTemplate.class))
                    .claim(IntStream.range(0, Engines.PARTITIONS).boxed().toList());

            Response refused = stopped.lease("after", "p");
            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.problem()).isEqualTo("/problems/share-moving");
            assertThat(held(stopped, "after")).isEmpty();
            assertThat(stopped.bean(Dispatch.class).open()).isLessThan(TASKS);
            // what was given before stays given
            assertThat(held(stopped, "before")).hasSize(5);
            assertThat(stopped.label("before", given.getFirst(), "cat").status()).isEqualTo(200);

            try (Instance next = Instance.start(engines, "stale")) {
                eventually().until(() -> owned(stopped) > 0 && owned(next) > 0);
                eventually().until(() -> owned(stopped) + owned(next) == Engines.PARTITIONS);
                List<String> rest = new ArrayList<>();
                for (int i = 0; rest.size() < TASKS - 5 && i < TASKS; i++) {
                    String worker = "later" + i;
                    stopped.apply(worker);
                    rest.addAll(ids(stopped.lease(worker, "p")));
                    rest.addAll(ids(next.lease(worker, "p")));
                }

                assertThat(tasks(rest)).hasSize(TASKS - 5).doesNotHaveDuplicates();
                assertThat(tasks(rest)).doesNotContainAnyElementsOf(tasks(given));
            }
        }
    }

    private static List<String> ids(Response response) {
        return response.assignments().stream()
                .map((JsonNode a) -> a.get("assignmentId").asString())
                .toList();
    }

    private static List<String> tasks(List<String> ids) {
        return ids.stream().map(id -> id.substring(0, id.lastIndexOf('.'))).toList();
    }

    private static List<JsonNode> held(Instance instance, String worker) {
        return instance.get(worker, "/v1/assignments?state=leased")
                .body()
                .get("items")
                .valueStream()
                .toList();
    }

    private static int owned(Instance instance) {
        return instance.bean(Dispatch.class).owned().size();
    }

    private static ConditionFactory eventually() {
        return await().atMost(Duration.ofSeconds(60));
    }
}
