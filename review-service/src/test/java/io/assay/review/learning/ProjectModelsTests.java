package io.assay.review.learning;

import static io.assay.review.TestEvents.NOON;
import static io.assay.review.TestEvents.TERMS;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import io.assay.docserver.DocumentServer;
import io.assay.events.Answer;
import io.assay.events.LabelClass;
import io.assay.events.Ontology;
import io.assay.events.Tool;
import io.assay.review.verdict.Submission;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;

class ProjectModelsTests {
    private static final Ontology ANIMALS = ontology("cat", "dog");

    private final Asked asked = new Asked();
    private final DocumentServer server = DocumentServer.inMemory(0);
    private final MongoClient client =
            MongoClients.create(
                    MongoClientSettings.builder()
                            .applyConnectionString(
                                    new ConnectionString(server.uri() + "/?retryWrites=false"))
                            .addCommandListener(asked)
                            .build());
    private final ProjectModels models =
            new ProjectModels(new MongoProjectModels(new MongoTemplate(client, "crowds")));

    @AfterEach
    void close() {
        client.close();
        server.close();
    }

    /** What the store is asked for; whoever reads the slow project waits. */
    private static final class Asked implements CommandListener {
        private final List<String> names = new CopyOnWriteArrayList<>();
        private final CountDownLatch reading = new CountDownLatch(1);
        private final CountDownLatch read = new CountDownLatch(1);

        @Override
        public void commandStarted(CommandStartedEvent event) {
            names.add(event.getCommandName());
            if (event.getCommand().toJson().contains("\"slow\"")) {
                reading.countDown();
                try {
                    read.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
        }

        int times(String name) {
            return Collections.frequency(names, name);
        }
    }

    @Test
    void oneProjectDoesNotWaitForAnother() throws Exception {
        try (ExecutorService other = Executors.newVirtualThreadPerTaskExecutor()) {
            try {
                Future<LabelModel> slow = other.submit(() -> models.of("slow", ANIMALS));
                asked.reading.await();

                Future<LabelModel> fast = other.submit(() -> models.of("fast", ANIMALS));

                // as long as nobody lets the slow one go on: a limit for when the test fails
                assertThat(fast.get(1, TimeUnit.MINUTES).method()).isEmpty();
                assertThat(slow.isDone()).isFalse();
                asked.read.countDown();
                assertThat(slow.get(1, TimeUnit.MINUTES).method()).isEmpty();
            } finally {
                // before the executor is closed, which waits for both
                asked.read.countDown();
            }
        }
    }

    @Test
    void readsOnceAndSavesNowAndThen() {
        for (int i = 0; i < 60; i++) {
            models.learn("p", ANIMALS, example("t" + i, "cat", "dog"));
        }

        assertThat(asked.times("find")).isEqualTo(1);
        assertThat(asked.times("update")).isEqualTo(2);
    }

    @Test
    void whatIsStillAnAnswerIsLearntAgainWhenTheClassesChange() {
        for (int i = 0; i < 120; i++) {
            models.learn("p", ANIMALS, example("t" + i, "cat", "cat"));
        }
        assertThat(models.of("p", ANIMALS).method()).isPresent();

        assertThat(models.of("p", ontology("cat", "dog", "bird")).method()).isPresent();
        assertThat(models.of("p", ontology("cow", "bird")).method()).isEmpty();
        assertThat(asked.times("find")).isEqualTo(1);
    }

    @Test
    void ofTooManyClassesNothingIsLearntOrRead() {
        Ontology many =
                ontology(IntStream.range(0, 33).mapToObj(i -> "c" + i).toArray(String[]::new));

        models.learn("p", many, example("t", "c1"));

        assertThat(models.of("p", many)).isSameAs(LabelModel.NOTHING);
        assertThat(asked.names).isEmpty();
    }

    private static TrainingExample example(String task, String... classIds) {
        List<Submission.Label> labels =
                IntStream.range(0, classIds.length)
                        .mapToObj(
                                i ->
                                        new Submission.Label(
                                                task + i,
                                                "w" + i,
                                                TERMS,
                                                new Answer.Category(classIds[i]),
                                                NOON,
                                                NOON))
                        .toList();
        return new TrainingExample(task, false, null, labels, true, null);
    }

    private static Ontology ontology(String... ids) {
        return new Ontology(
                Tool.CATEGORY,
                List.of(ids).stream().map(id -> new LabelClass(id, "Class " + id)).toList());
    }
}
