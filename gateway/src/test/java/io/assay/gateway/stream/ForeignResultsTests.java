package io.assay.gateway.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.events.Answer;
import io.assay.events.Decider;
import io.assay.events.TaskLabelled;
import io.assay.messaging.EventCodec;
import io.assay.messaging.Outgoing;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Other tenants' results cost a stream no decoding: here nothing of theirs could be decoded. */
class ForeignResultsTests {

    private static final TopicPartition PARTITION = new TopicPartition("assay.results", 0);

    private final EventCodec codec = new EventCodec("tests");
    private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("none");
    private final Counter poison = new SimpleMeterRegistry().counter("poison");

    @Test
    void looksIntoNoneOfAnotherProject() {
        consumer.assign(List.of(PARTITION));
        consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
        consumer.seek(PARTITION, 0);
        add(0, result("theirs"), "not JSON".getBytes(StandardCharsets.UTF_8));
        add(1, result("mine"), null);
        add(2, result("theirs"), "neither".getBytes(StandardCharsets.UTF_8));
        KafkaResultReader reader =
                new KafkaResultReader(
                        consumer,
                        Cursor.BEGINNING,
                        Map.of(PARTITION, 3L),
                        codec,
                        JsonMapper.shared(),
                        poison);

        List<ResultRecord> records = reader.next(Duration.ZERO, "mine"::equals);

        assertThat(records).extracting(ResultRecord::offset).containsExactly(0L, 1L, 2L);
        assertThat(records)
                .extracting(record -> Optional.ofNullable(record.result()).isPresent())
                .containsExactly(false, true, false);
        assertThat(poison.count()).isZero();
    }

    private void add(
            long offset,
            ProducerRecord<byte[], byte[]> record,
            byte @org.jspecify.annotations.Nullable [] instead) {
        consumer.addRecord(
                new ConsumerRecord<>(
                        PARTITION.topic(),
                        PARTITION.partition(),
                        offset,
                        0L,
                        TimestampType.CREATE_TIME,
                        0,
                        0,
                        record.key(),
                        instead == null ? record.value() : instead,
                        record.headers(),
                        Optional.empty()));
    }

    private ProducerRecord<byte[], byte[]> result(String project) {
        return codec.encode(
                Outgoing.of(
                        "e-" + project,
                        new TaskLabelled(
                                "t1",
                                project,
                                "x1",
                                1,
                                new Answer.Category("cat"),
                                0.9,
                                3,
                                Decider.CONSENSUS,
                                1,
                                Instant.EPOCH)),
                Instant.EPOCH);
    }
}
