package io.assay.load.importproof;

import io.assay.events.EventType;
import io.assay.events.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Counts what stands on topics, past all services. */
final class TopicCount {

    private static final Duration POLL = Duration.ofMillis(500);

    private final String bootstrap;

    TopicCount(String bootstrap) {
        this.bootstrap = bootstrap;
    }

    /**
     * @param distinct event ids
     */
    record Count(long records, long distinct) {}

    /** Counts the events of a type. */
    Count count(EventType event, Topic topic) {
        String type = event.typeName();
        Set<Long> ids = new HashSet<>();
        long records = 0;
        try (Consumer<byte[], byte[]> consumer = consumer()) {
            List<TopicPartition> partitions =
                    consumer.partitionsFor(topic.topicName()).stream()
                            .map(info -> new TopicPartition(info.topic(), info.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream()
                    .anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    if (type.equals(header(record, "ce_type"))) {
                        records++;
                        // ids begin with the hash that is the task's id: this much of it will do
                        ids.add(
                                Long.parseUnsignedLong(
                                        header(record, "ce_id").substring(0, 16), 16));
                    }
                }
            }
        }
        return new Count(records, ids.size());
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private Consumer<byte[], byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrap, "enable.auto.commit", "false"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }
}
