package io.assay.gateway.support;

import io.assay.events.Event;
import io.assay.messaging.EventCodec;
import io.assay.messaging.Outgoing;
import io.assay.messaging.TestClock;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Publishes as the services do. */
public final class Publisher implements AutoCloseable {

    private final EventCodec codec = new EventCodec("tests");
    private final Producer<byte[], byte[]> producer;

    public Publisher(String bootstrapServers) {
        this(Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers));
    }

    public Publisher(Map<String, Object> client) {
        this.producer =
                new KafkaProducer<>(client, new ByteArraySerializer(), new ByteArraySerializer());
    }

    public void publish(String id, long sequence, Event event) {
        send(codec.encode(new Outgoing(id, sequence, event, null), TestClock.now()));
    }

    public void raw(String topic, String key, String value) {
        send(
                new ProducerRecord<>(
                        topic,
                        key.getBytes(StandardCharsets.UTF_8),
                        value.getBytes(StandardCharsets.UTF_8)));
    }

    private void send(ProducerRecord<byte[], byte[]> record) {
        try {
            producer.send(record).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
