package io.assay.assignment.it;

import io.assay.events.Event;
import io.assay.messaging.Engines;
import io.assay.messaging.EventCodec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Reads all that was ever published, and writes what never should be. */
final class Topics implements AutoCloseable {

    private final EventCodec codec = new EventCodec("test");
    private final List<Event> seen = new ArrayList<>();
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
        return seen.stream().filter(type::isInstance).map(type::cast).toList();
    }

    List<String> deadLetters() {
        poll();
        return deadLetters;
    }

    void poison(String topic) {
        producer.send(new ProducerRecord<>(topic, new byte[] {1}, new byte[] {'{', 0}));
        producer.flush();
    }

    private void poll() {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(100))) {
            if (record.topic().endsWith(".dlt")) {
                deadLetters.add(record.topic());
            } else {
                codec.decode(record.headers(), record.value()).ifPresent(e -> seen.add(e.event()));
            }
        }
    }

    @Override
    public void close() {
        consumer.close();
        producer.close();
    }
}
