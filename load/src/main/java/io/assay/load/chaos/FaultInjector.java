package io.assay.load.chaos;

import io.assay.cli.client.Pause;
import io.assay.events.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Publishes copies of real records, and records that are none, past all services. */
final class FaultInjector implements AutoCloseable {

    private static final String COPY = "chaos-copy";
    private static final Duration POLL = Duration.ofMillis(200);

    private final EventLog eventLog;
    private final Random random;
    private final double copyRate;
    private final Producer<byte[], byte[]> producer;
    private final AtomicLong copies = new AtomicLong();
    private final AtomicInteger poisons = new AtomicInteger();
    private final Queue<Poison> sent = new ConcurrentLinkedQueue<>();
    private final Set<String> tried = ConcurrentHashMap.newKeySet();

    /**
     * @param copyRate share of records that are published again, 0 to 1
     */
    FaultInjector(String bootstrap, double copyRate, long seed) {
        this.eventLog = new EventLog(bootstrap);
        this.random = new Random(seed);
        this.copyRate = copyRate;
        Properties properties = new Properties();
        properties.put("bootstrap.servers", bootstrap);
        properties.put("acks", "all");
        properties.put("delivery.timeout.ms", "300000");
        this.producer =
                new KafkaProducer<>(
                        properties, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** Records that were published again and acknowledged. */
    long copies() {
        return copies.get();
    }

    /** Poison that was acknowledged. */
    List<Poison> poison() {
        return List.copyOf(sent);
    }

    /** Markers of all poison that was sent, acknowledged or not. */
    Set<String> tried() {
        return tried;
    }

    /** Follows all topics and publishes some of their records again, until interrupted. */
    void copy() {
        while (!Thread.currentThread().isInterrupted()) {
            try (Consumer<byte[], byte[]> consumer = eventLog.consumer()) {
                List<TopicPartition> partitions = EventLog.partitions(consumer);
                consumer.assign(partitions);
                consumer.seekToEnd(partitions);
                while (!Thread.currentThread().isInterrupted()) {
                    consumer.poll(POLL).forEach(this::perhapsAgain);
                }
            } catch (InterruptException | CancellationException stopped) {
                return;
            } catch (KafkaException outage) {
                // the broker is one of the victims
                Pause.of(POLL);
            }
        }
    }

    /** One poison of some kind on each topic. */
    void poisonAll() {
        for (Topic topic : Topic.values()) {
            Poison poison = Poison.any(topic, poisons.incrementAndGet(), random);
            tried.add(poison.marker());
            var _ =
                    producer.send(
                            poison.record(),
                            (_, failure) -> {
                                if (failure == null) {
                                    sent.add(poison);
                                }
                            });
        }
    }

    /** Returns when all that was sent is acknowledged or failed. */
    void flush() {
        producer.flush();
    }

    @Override
    public void close() {
        producer.close();
    }

    private void perhapsAgain(ConsumerRecord<byte[], byte[]> record) {
        if (record.headers().lastHeader(COPY) != null || random.nextDouble() >= copyRate) {
            return;
        }
        ProducerRecord<byte[], byte[]> again =
                new ProducerRecord<>(
                        record.topic(),
                        record.partition(),
                        record.key(),
                        record.value(),
                        record.headers());
        again.headers().add(COPY, "1".getBytes(StandardCharsets.US_ASCII));
        var _ =
                producer.send(
                        again,
                        (_, failure) -> {
                            if (failure == null) {
                                copies.incrementAndGet();
                            }
                        });
    }
}
