package io.assay.load.chaos;

import io.assay.events.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads the topics past all services. */
public final class EventLog {

    private static final Duration POLL = Duration.ofMillis(500);

    private final String bootstrap;

    public EventLog(String bootstrap) {
        this.bootstrap = bootstrap;
    }

    public String bootstrap() {
        return bootstrap;
    }

    /** All that stands on the platform's topics now. */
    public List<LoggedEvent> everything() {
        List<LoggedEvent> events = new ArrayList<>();
        try (Consumer<byte[], byte[]> consumer = consumer()) {
            List<TopicPartition> partitions = partitions(consumer);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream()
                    .anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    events.add(LoggedEvent.of(record));
                }
            }
        }
        return events;
    }

    /** Names of the topics that each consumer group has read from. */
    public Map<String, Set<String>> readers() throws InterruptedException {
        Map<String, Set<String>> topics = new HashMap<>();
        try (Admin admin = Admin.create(properties())) {
            for (GroupListing group : admin.listGroups().all().get()) {
                String id = group.groupId();
                admin.listConsumerGroupOffsets(id)
                        .partitionsToOffsetAndMetadata(id)
                        .get()
                        .keySet()
                        .forEach(
                                partition ->
                                        topics.computeIfAbsent(id, _ -> new HashSet<>())
                                                .add(partition.topic()));
            }
            return topics;
        } catch (ExecutionException e) {
            throw new IllegalStateException("cannot ask Kafka for its consumer groups", e);
        }
    }

    /** A consumer in no group. */
    Consumer<byte[], byte[]> consumer() {
        Properties properties = properties();
        properties.put("enable.auto.commit", "false");
        properties.put("default.api.timeout.ms", "120000");
        return new KafkaConsumer<>(
                properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** Of all the platform's topics. */
    static List<TopicPartition> partitions(Consumer<?, ?> consumer) {
        return Arrays.stream(Topic.values())
                .flatMap(topic -> consumer.partitionsFor(topic.topicName()).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
    }

    private Properties properties() {
        Properties properties = new Properties();
        properties.put("bootstrap.servers", bootstrap);
        return properties;
    }
}
