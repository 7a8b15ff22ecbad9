package io.assay.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real broker, as the stack runs it. */
class KafkaProcessIT {

    private static final String TOPIC = "assay.tests";

    @TempDir Path work;

    private ManagedProcess kafka;
    private Map<String, Object> client;

    @BeforeEach
    void start() throws Exception {
        Ports ports = Ports.free(List.of("kafka"));
        Path ready = work.resolve("ready");
        List<String> command =
                Jvm.engine(
                        Home.find(),
                        KafkaProcess.class,
                        List.of("-Xmx256m"),
                        List.of(
                                "--port", String.valueOf(ports.of("kafka")),
                                "--directory", work.resolve("kafka").toString(),
                                "--ready", ready.toString()));
        kafka =
                new ManagedProcess(
                        new ProcessSpec(
                                "kafka",
                                command,
                                Map.of(),
                                work,
                                work.resolve("kafka.log"),
                                new Readiness.FileAppears(ready),
                                "",
                                true),
                        crash -> {
                            throw new AssertionError(crash.describe());
                        });
        client = Map.of("bootstrap.servers", "127.0.0.1:" + ports.of("kafka"));
        startAndAwait();
    }

    @AfterEach
    void stop() throws Exception {
        kafka.stop(Duration.ofSeconds(10));
    }

    private void startAndAwait() throws InterruptedException {
        kafka.start();
        kafka.awaitReady(Duration.ofMinutes(3));
    }

    @Test
    void keepsAcknowledgedRecordsAndItsClusterWhenKilled() throws Exception {
        String cluster = clusterId();
        try (Admin admin = Admin.create(client)) {
            admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1))).all().get();
        }
        send(0, 100);

        kafka.kill();
        startAndAwait();

        assertThat(clusterId()).isEqualTo(cluster);
        send(100, 50);
        assertThat(read()).isEqualTo(IntStream.range(0, 150).mapToObj(String::valueOf).toList());
    }

    private String clusterId() throws Exception {
        try (Admin admin = Admin.create(client)) {
            return Objects.requireNonNull(admin.describeCluster().clusterId().get());
        }
    }

    private void send(int from, int count) throws Exception {
        var serializer = new ByteArraySerializer();
        try (var producer = new KafkaProducer<>(client, serializer, serializer)) {
            for (int i = from; i < from + count; i++) {
                producer.send(new ProducerRecord<>(TOPIC, String.valueOf(i).getBytes(UTF_8))).get();
            }
        }
    }

    private List<String> read() {
        var deserializer = new ByteArrayDeserializer();
        Map<String, Object> settings = new java.util.HashMap<>(client);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        try (var consumer = new KafkaConsumer<>(settings, deserializer, deserializer)) {
            TopicPartition partition = new TopicPartition(TOPIC, 0);
            consumer.assign(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).get(partition);
            List<String> values = new ArrayList<>();
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofSeconds(1))
                        .forEach(record -> values.add(new String(record.value(), UTF_8)));
            }
            return values;
        }
    }
}
