package io.assay.gateway.topic;

import io.assay.events.Topic;
import io.assay.messaging.KafkaClients;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.stereotype.Component;

/**
 * Makes consumers that belong to no group: each reads all partitions, from where it says, and
 * commits nothing.
 */
@Component
public class TopicConsumers {

    /** Of this JVM: Kafka's metrics of two consumers of one name would hide each other. */
    private static final AtomicInteger MADE = new AtomicInteger();

    private final ConsumerFactory<?, ?> configured;

    TopicConsumers(ConsumerFactory<?, ?> configured) {
        this.configured = configured;
    }

    /** A consumer without partitions; bounded to about 4 MB of fetched records. */
    public Consumer<byte[], byte[]> make() {
        Map<String, Object> config =
                KafkaClients.consumer(
                        configured,
                        Map.of(
                                ConsumerConfig.CLIENT_ID_CONFIG,
                                "gateway-" + MADE.incrementAndGet(),
                                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                                false,
                                ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                                false,
                                // never on with what is left where something is gone: the reader
                                // has to be reported
                                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                                "none",
                                ConsumerConfig.FETCH_MAX_BYTES_CONFIG,
                                4 << 20,
                                ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG,
                                1 << 20,
                                ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                                10_000));
        return new KafkaConsumer<>(
                config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** All partitions of the topic; empty while it does not exist. */
    public static List<TopicPartition> partitions(Consumer<?, ?> consumer, Topic topic) {
        return consumer.partitionsFor(topic.topicName()).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
    }
}
