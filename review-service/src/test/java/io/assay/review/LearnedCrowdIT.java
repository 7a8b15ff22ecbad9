package io.assay.review;

import static io.assay.review.TestEvents.created;
import static io.assay.review.TestEvents.label;
import static io.assay.review.TestEvents.project;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.assay.events.Ontology;
import io.assay.events.OverlapRule;
import io.assay.events.TaskCreated;
import io.assay.events.TaskLabelled;
import io.assay.events.Tool;
import io.assay.messaging.Engines;
import io.assay.review.crowd.Crowds;
import io.assay.review.crowd.CrowdsOfAnotherInstance;
import io.assay.web.TestTokens;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.test.context.ContextConfiguration;

/** A project whose labels have taught whom to believe, on real engines. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "assay.review.gold.longest-hold=500ms",
            "assay.review.appeals.settle-interval=200ms",
            "assay.pictures.signing-secret=a secret that only tests know",
            "logging.structured.format.console="
        })
@ContextConfiguration(initializers = Engines.Initializer.class)
@Import(TestTokens.Config.class)
class LearnedCrowdIT {
    private static final int TASKS = 100;
    private static final Ontology ANIMALS =
            project("p", new OverlapRule(1, 1, 0.9), Tool.CATEGORY).ontology();

    @Autowired Engines engines;
    @Autowired MongoTemplate mongo;

    private final String projectId = "p" + UUID.randomUUID();
    private final String good = "w" + UUID.randomUUID();
    private final String careless = "w" + UUID.randomUUID();
    private Wire wire;

    @BeforeEach
    void open() {
        wire = new Wire(engines);
    }

    @AfterEach
    void close() {
        wire.close();
    }

    /** The good one agrees with two others; who is careless says the same of everything. */
    @Test
    void whoAgreesWithTheOthersIsBelievedEvenByAnInstanceThatStarts() {
        wire.tell(project(projectId, new OverlapRule(4, 4, 0.6)));
        List<TaskCreated> tasks = new ArrayList<>();
        for (int i = 0; i < TASKS; i++) {
            TaskCreated task = created(projectId, "t" + i);
            tasks.add(task);
            String animal = i % 2 == 0 ? "cat" : "dog";
            wire.tell(
                    task,
                    label(task, good, animal),
                    label(task, good + "-b", animal),
                    label(task, good + "-c", animal),
                    label(task, careless, "bird"));
        }
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () ->
                                assertThat(tasks)
                                        .allMatch(
                                                task ->
                                                        wire.heard(
                                                                                TaskLabelled.class,
                                                                                task.taskId())
                                                                        .size()
                                                                == 1));

        TaskLabelled last = wire.heard(TaskLabelled.class, tasks.getLast().taskId()).getFirst();
        assertThat(last.provenance()).isNotNull();
        assertThat(last.provenance().method()).isEqualTo("hierarchical/1");

        Crowds another = CrowdsOfAnotherInstance.of(mongo);
        assertThat(accuracy(another, good)).isGreaterThan(0.85);
        assertThat(accuracy(another, careless)).isLessThan(0.5);
    }

    private double accuracy(Crowds crowds, String worker) {
        return crowds.of(projectId, ANIMALS).accuracy(worker).orElseThrow();
    }
}
