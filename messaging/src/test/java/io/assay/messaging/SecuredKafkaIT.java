package io.assay.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.assay.docserver.DocumentServer;
import io.assay.messaging.ProbeApplication.Probe;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.kafka.core.KafkaTemplate;

/** Everything that talks to the broker, against one that wants a password of everybody. */
class SecuredKafkaIT {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private static SecuredKafka kafka;
    private static DocumentServer store;
    private static ConfigurableApplicationContext service;

    @BeforeAll
    static void start() {
        kafka = SecuredKafka.start();
        store = DocumentServer.inMemory(0);
        Map<String, String> properties = new HashMap<>(kafka.properties());
        properties.put("spring.mongodb.uri", store.uri() + "/secured?retryWrites=false");
        properties.put("assay.kafka.partitions", "1");
        String[] arguments =
                properties.entrySet().stream()
                        .map(entry -> "--" + entry.getKey() + "=" + entry.getValue())
                        .toArray(String[]::new);
        service = new SpringApplicationBuilder(ProbeApplication.class).run(arguments);
    }

    @AfterAll
    static void stop() {
        service.close();
        kafka.close();
        store.close();
    }

    @Test
    void provisionsItsTopics() throws Exception {
        try (Admin admin = Admin.create(kafka.client())) {
            assertThat(admin.listTopics().names().get())
                    .contains("assay.tasks", "assay.results")
                    .anyMatch(topic -> topic.endsWith(".dlt"));
        }
    }

    @Test
    void publishesAndConsumes() {
        things().insert("t1", Thing.named("a"), List.of(Samples.taskCreated("t1")));

        await().atMost(TIMEOUT)
                .untilAsserted(
                        () -> assertThat(service.getBean(Probe.class).ids()).contains("t1:1"));
    }

    @Test
    void keepsAndReplaysDeadLetters() {
        DeadLetters deadLetters = service.getBean(DeadLetters.class);
        template()
                .send(
                        new ProducerRecord<>(
                                "assay.tasks",
                                "poison".getBytes(StandardCharsets.UTF_8),
                                "no event".getBytes(StandardCharsets.UTF_8)));

        await().atMost(TIMEOUT).until(() -> deadLetters.count() >= 1);
        DeadLetter kept = deadLetters.list(null, 10).getFirst();
        assertThat(kept.key()).isEqualTo("poison");
        assertThat(deadLetters.replay(kept.id())).isPresent();
        await().atMost(TIMEOUT).until(() -> deadLetters.count() >= 2);
    }

    @SuppressWarnings("unchecked")
    private static AggregateStore<Thing> things() {
        return service.getBean(AggregateStore.class);
    }

    @SuppressWarnings("unchecked")
    private static KafkaTemplate<byte[], byte[]> template() {
        return service.getBean(KafkaTemplate.class);
    }
}
