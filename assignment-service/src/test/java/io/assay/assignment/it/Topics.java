package io.assay.assignment.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.events.Event;
import io.assay.messaging.Engines;
import io.assay.messaging.EventCodec;
import io.assay.messaging.UndecodableEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Reads all that was ever published, repeats once, and writes what never should be. */
final class Topics implements AutoCloseable {

    private static final byte[] POISON = {'{', 0};

    private final EventCodec codec = new EventCodec("test");
    private final Map<String, Event> seen = new LinkedHashMap<>();
    private final List<String> deadLetters = new ArrayList<>();
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final KafkaProducer<byte[], byte[]> producer;

    Topics(Engines engines, List<String> topics) {
        consumer =
                new KafkaConsumer<>(
                        Map.of(
                                "bootstrap.servers",
                                engines.bootstrapServers(),
                                "group.id",
                                "test" + UUID.randomUUID(),
                                "auto.offset.reset",
                                "earliest"),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer());
        consumer.subscribe(topics);
        producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", engines.bootstrapServers()),
                        new ByteArraySerializer(),
                        new ByteArraySerializer());
    }

    <E extends Event> List<E> events(Class<E> type) {
        poll();
        return seen.values().stream().filter(type::isInstance).map(type::cast).toList();
    }

    List<String> deadLetters() {
        poll();
        return deadLetters;
    }

    void poison(String topic) {
        producer.send(new ProducerRecord<>(topic, new byte[] {1}, POISON));
        producer.flush();
    }

    private void poll() {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(100))) {
            if (record.topic().endsWith(".dlt")) {
                deadLetters.add(record.topic());
            } else {
                decode(record);
            }
        }
    }

    /** The poison of these tests is on the topics too. */
    private void decode(ConsumerRecord<byte[], byte[]> record) {
        try {
            codec.decode(record.headers(), record.value())
                    .ifPresent(e -> seen.put(e.id(), e.event()));
        } catch (UndecodableEvent e) {
            assertThat(record.value()).isEqualTo(POISON);
        }
    }

    @Override
    public void close() {
        consumer.close();
        producer.close();
    }
}
