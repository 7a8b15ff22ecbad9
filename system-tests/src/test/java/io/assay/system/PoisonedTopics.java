package io.assay.system;

import io.assay.events.Topic;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Puts a record that is no event on every topic. */
final class PoisonedTopics {

    private PoisonedTopics() {}

    /** The keys of the records. */
    static Map<Topic, String> poison(String bootstrap) {
        Properties properties = new Properties();
        properties.put("bootstrap.servers", bootstrap);
        Map<Topic, String> keys = new EnumMap<>(Topic.class);
        try (Producer<byte[], byte[]> producer =
                new KafkaProducer<>(
                        properties, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (Topic topic : Topic.values()) {
                String key = topic.topicName() + "-" + UUID.randomUUID();
                producer.send(
                        new ProducerRecord<>(
                                topic.topicName(),
                                key.getBytes(StandardCharsets.UTF_8),
                                new byte[] {(byte) 0xff, 0, '{'}));
                keys.put(topic, key);
            }
        }
        return keys;
    }
}
