package io.assay.assignment.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.assay.assignment.Fixtures;
import io.assay.assignment.dispatch.Dispatch;
import io.assay.events.LeaseRule;
import io.assay.events.ProjectStatus;
import io.assay.messaging.Engines;
import io.assay.messaging.StoreServer;
import io.assay.messaging.TestClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * An instance takes over what is in the store. {@code -Dassay.rebuild.tasks=1000000} takes over so
 * many: the log tells how long it took.
 */
class RebuildIT {

    private static final int TASKS = Integer.getInteger("assay.rebuild.tasks", 5_000);
    private static final Duration REBUILD_TIMEOUT = Duration.ofMinutes(5);
    private static final String LEASED = "leased";

    /** Oldest first. */
    private final List<String> ids = IntStream.range(0, TASKS).mapToObj(RebuildIT::id).toList();

    @Test
    void takesOverTasksAndLeasesInOrderOfAge() {
        try (Engines engines = Engines.start()) {
            fill(engines, "rebuilt");
            try (Instance instance = Instance.start(engines, "rebuilt")) {
                Dispatch dispatch = instance.bean(Dispatch.class);
                await().atMost(REBUILD_TIMEOUT)
                        .until(() -> dispatch.owned().size() == Engines.PARTITIONS);
                assertThat(dispatch.open()).isEqualTo(TASKS);
                assertThat(dispatch.live()).isEqualTo(2);
                instance.apply("w1");
                instance.apply("w2");
                instance.publish(
                        Fixtures.project("p", ProjectStatus.PUBLISHED, 1, new LeaseRule(5, 3_600)));
                await().until(() -> dispatch.ready("p", 1) == TASKS - 2);

                // the first is w1's, the second was; only w2 may take the third
                assertThat(leased(instance, "w1")).isEqualTo(idsOf("w1", 3, 4, 5, 6, 7));
                assertThat(leased(instance, "w2")).isEqualTo(idsOf("w2", 2, 1, 8, 9, 10));
                assertThat(dispatch.held("w1")).isEqualTo(7);
            }
        }
    }

    private void fill(Engines engines, String database) {
        try (MongoClient client = MongoClients.create(engines.mongoUri())) {
            MongoDatabase store = client.getDatabase(StoreServer.databaseName(database));
            MongoCollection<Document> tasks = store.getCollection("tasks");
            List<Integer> numbers = new ArrayList<>(IntStream.range(0, TASKS).boxed().toList());
            Collections.shuffle(numbers, new Random(1));
            for (int from = 0; from < TASKS; from += 1_000) {
                tasks.insertMany(
                        numbers.subList(from, Math.min(TASKS, from + 1_000)).stream()
                                .map(this::task)
                                .toList());
            }
            tasks.insertOne(task(0).append("_id", id(TASKS)).append("closed", true));
            store.getCollection("assignments")
                    .insertMany(
                            List.of(
                                    assignment(0, "w1", LEASED),
                                    assignment(1, "w1", "returned"),
                                    assignment(TASKS, "w1", LEASED)));
        }
    }

    private Document task(int number) {
        Document task =
                new Document("_id", id(number))
                        .append("projectId", "p")
                        .append("partition", number % Engines.PARTITIONS)
                        .append("gold", false)
                        .append(
                                "media",
                                new Document("kind", "image")
                                        .append("ref", "picture:" + "a".repeat(64))
                                        .append("contentType", "image/png")
                                        .append("width", 64)
                                        .append("height", 48))
                        .append("complexityPermille", 1_000)
                        .append("priority", 0)
                        .append("minTier", 1)
                        .append("createdAt", Date.from(Fixtures.NOW.plusSeconds(number)))
                        .append("wanted", 0)
                        .append("closed", false);
        return number == 2 ? task.append("allowedWorkers", List.of("w2", "w3")) : task;
    }

    private static Document assignment(int number, String worker, String status) {
        return new Document("_id", id(number) + "." + worker)
                .append("version", 1L)
                .append("events", 0L)
                .append(
                        "state",
                        new Document("status", status)
                                .append(
                                        "lease",
                                        new Document("taskId", id(number))
                                                .append("projectId", "p")
                                                .append("workerId", worker)
                                                .append("partition", number % Engines.PARTITIONS)
                                                .append(
                                                        "expiresAt",
                                                        Date.from(
                                                                TestClock.now()
                                                                        .plusSeconds(86_400)))));
    }

    private static List<String> leased(Instance instance, String worker) {
        return instance.lease(worker, "p").assignments().stream()
                .map((JsonNode a) -> a.get("assignmentId").asString())
                .toList();
    }

    private List<String> idsOf(String worker, int... numbers) {
        return IntStream.of(numbers).mapToObj(number -> ids.get(number) + "." + worker).toList();
    }

    /** As ours look. */
    private static String id(int number) {
        return String.format(java.util.Locale.ROOT, "%032x", number);
    }
}
