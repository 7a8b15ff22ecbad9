package io.assay.payment;

import io.assay.events.Event;
import io.assay.messaging.Engines;
import io.assay.messaging.Envelope;
import io.assay.messaging.EventCodec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads a whole topic, as any other service would. */
final class EventLog implements AutoCloseable {

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final EventCodec codec = new EventCodec("test");
    private final List<Envelope> read = new ArrayList<>();

    EventLog(Engines engines, String topic) {
        consumer =
                new KafkaConsumer<>(
                        Map.of(
                                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                                engines.bootstrapServers(),
                                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                                "earliest"),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer());
        consumer.assign(
                consumer.partitionsFor(topic).stream()
                        .map(p -> new TopicPartition(topic, p.partition()))
                        .toList());
    }

    /** Everything of that type and key so far, with its repeats. */
    <E extends Event> List<Envelope> all(Class<E> type, String key) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(200))) {
            codec.decode(record.headers(), record.value()).ifPresent(read::add);
        }
        return read.stream()
                .filter(e -> type.isInstance(e.event()) && e.event().key().equals(key))
                .toList();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
