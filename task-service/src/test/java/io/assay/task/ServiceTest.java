package io.assay.task;

import io.assay.events.Event;
import io.assay.events.Topic;
import io.assay.messaging.Engines;
import io.assay.messaging.Envelope;
import io.assay.messaging.EventCodec;
import io.assay.task.task.TaskIds;
import io.assay.web.TestTokens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The whole service on real engines; all that extend this share one. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "assay.pictures.signing-secret=a secret that only tests know",
            "management.endpoint.health.show-details=always"
        })
@ContextConfiguration(initializers = Engines.Initializer.class)
@Import(TestTokens.Config.class)
public abstract class ServiceTest {

    @LocalServerPort private int port;
    @Autowired private Engines engines;
    @Autowired private EventCodec codec;
    @Autowired private TaskIds taskIds;

    protected Api api;

    @DynamicPropertySource
    static void blobs(DynamicPropertyRegistry properties) throws IOException {
        Path directory = Files.createTempDirectory("pictures");
        directory.toFile().deleteOnExit();
        properties.add("assay.blobs.directory", directory::toString);
    }

    @BeforeEach
    void connect() {
        api = new Api(port);
    }

    /** Of the task that a requester calls so. */
    protected String taskId(String projectId, String externalId) {
        return taskIds.of(projectId, externalId);
    }

    /** All events of a topic with this key, in their order; one that came twice, once. */
    protected List<Envelope> events(Topic topic, String key) {
        List<Envelope> found = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
            List<TopicPartition> partitions =
                    consumer.partitionsFor(topic.topicName()).stream()
                            .map(p -> new TopicPartition(p.topic(), p.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
                consumer.poll(Duration.ofMillis(200))
                        .forEach(
                                record ->
                                        codec.decode(record.headers(), record.value())
                                                .filter(e -> e.event().key().equals(key))
                                                .ifPresent(found::add));
            }
        }
        Set<String> ids = new HashSet<>();
        return found.stream().filter(event -> ids.add(event.id())).toList();
    }

    protected List<? extends Event> eventsOnly(Topic topic, String key) {
        return events(topic, key).stream().map(Envelope::event).toList();
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.of("bootstrap.servers", engines.bootstrapServers()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }
}
