package io.assay.review;

import io.assay.events.Event;
import io.assay.events.Topic;
import io.assay.messaging.Engines;
import io.assay.messaging.Envelope;
import io.assay.messaging.EventCodec;
import io.assay.messaging.Outgoing;
import io.assay.messaging.TestClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The other side of the broker: tells what other services tell, hears what review tells. */
final class Wire implements AutoCloseable {
    private final EventCodec codec = new EventCodec("test");
    private final KafkaProducer<byte[], byte[]> producer;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final List<Envelope> heard = new ArrayList<>();

    Wire(Engines engines) {
        Map<String, Object> servers = Map.of("bootstrap.servers", engines.bootstrapServers());
        producer =
                new KafkaProducer<>(servers, new ByteArraySerializer(), new ByteArraySerializer());
        consumer =
                new KafkaConsumer<>(
                        servers, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> partitions = new ArrayList<>();
        for (Topic topic : List.of(Topic.TASKS, Topic.REVIEWS, Topic.RESULTS, Topic.SKILLS)) {
            for (int i = 0; i < Engines.PARTITIONS; i++) {
                partitions.add(new TopicPartition(topic.topicName(), i));
            }
        }
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    void tell(Event... events) {
        for (Event event : events) {
            tell(1, event);
        }
    }

    void tell(long sequence, Event event) {
        Outgoing outgoing = new Outgoing(UUID.randomUUID().toString(), sequence, event, null);
        send(codec.encode(outgoing, TestClock.now()));
    }

    void tellGarbage(Topic topic, String key) {
        send(
                new ProducerRecord<>(
                        topic.topicName(),
                        key.getBytes(StandardCharsets.UTF_8),
                        "{no event".getBytes(StandardCharsets.UTF_8)));
    }

    private void send(ProducerRecord<byte[], byte[]> outgoing) {
        try {
            producer.send(outgoing).get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** All that was told so far with this key or of this task, each id once. */
    <E extends Event> List<E> heard(Class<E> type, String key) {
        for (var polled : consumer.poll(Duration.ofMillis(100))) {
            if (polled.headers().lastHeader("ce_id") != null) {
                codec.decode(polled.headers(), polled.value()).ifPresent(heard::add);
            }
        }
        Map<String, E> byId = new LinkedHashMap<>();
        for (Envelope envelope : heard) {
            if (type.isInstance(envelope.event()) && envelope.event().key().equals(key)) {
                byId.put(envelope.id(), type.cast(envelope.event()));
            }
        }
        return List.copyOf(byId.values());
    }

    @Override
    public void close() {
        producer.close();
        consumer.close();
    }
}
