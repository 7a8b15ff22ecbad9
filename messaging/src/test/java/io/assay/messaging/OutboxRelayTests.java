package io.assay.messaging;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClients;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;

/** Who writes while neither broker nor store answers: nobody listens on the ports used here. */
class OutboxRelayTests {

    private static final String NOBODY = "127.0.0.1:1";

    private final OutboxQueue queue = new OutboxQueue();
    private final OutboxRelay relay = relay();

    private OutboxRelay relay() {
        MongoTemplate mongo =
                new MongoTemplate(
                        MongoClients.create(
                                "mongodb://" + NOBODY + "/?serverSelectionTimeoutMS=60000"),
                        "test");
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        EventCodec codec = new EventCodec("test");
        KafkaTemplate<byte[], byte[]> kafka =
                new KafkaTemplate<>(
                        new DefaultKafkaProducerFactory<>(
                                Map.of(
                                        "bootstrap.servers",
                                        NOBODY,
                                        "max.block.ms",
                                        5_000,
                                        "key.serializer",
                                        ByteArraySerializer.class,
                                        "value.serializer",
                                        ByteArraySerializer.class)));
        Clock clock = TestClock.shared();
        DeadLetters letters = new DeadLetters(mongo, kafka, codec, meters, clock);
        return new OutboxRelay(
                queue,
                new OutboxSender(mongo, kafka, codec, letters),
                new OutboxScan(mongo, queue),
                new RelayLease(mongo),
                clock,
                meters);
    }

    @AfterEach
    void stop() {
        Thread.currentThread().interrupt();
        relay.stop();
        Thread.interrupted();
    }

    @Test
    void doesNotKeepAWriterWaitingForEver() {
        relay.start();
        assertThatCode(() -> relay.awaitRoom(Duration.ofMillis(50))).doesNotThrowAnyException();

        fill();

        assertThatThrownBy(() -> relay.awaitRoom(Duration.ofMillis(50)))
                .isInstanceOf(PublishFailed.class)
                .hasMessageContaining("too much waits");
    }

    private void fill() {
        List<OutboxQueue.Waiting> waiting =
                IntStream.range(0, 10_001)
                        .mapToObj(
                                i ->
                                        new OutboxQueue.Waiting(
                                                "things", "t" + i, 1, Samples.outbox()))
                        .toList();
        relay.offer(new OutboxQueue.Work("things", "mark", waiting));
    }
}
