package io.assay.gateway.stream;

import io.assay.events.EventType;
import io.assay.events.Result;
import io.assay.messaging.Envelope;
import io.assay.messaging.EventCodec;
import io.assay.messaging.UndecodableEvent;
import io.micrometer.core.instrument.Counter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/** Reads with a consumer of its own, so that a slow client holds up nobody else. */
final class KafkaResultReader implements ResultReader {

    private static final Logger log = LoggerFactory.getLogger(KafkaResultReader.class);

    private final Consumer<byte[], byte[]> consumer;
    private final Cursor start;
    private final Map<TopicPartition, Long> ends;
    private final EventCodec codec;
    private final JsonMapper json;
    private final Counter poison;

    /** The consumer is placed at the start already. */
    KafkaResultReader(
            Consumer<byte[], byte[]> consumer,
            Cursor start,
            Map<TopicPartition, Long> ends,
            EventCodec codec,
            JsonMapper json,
            Counter poison) {
        this.consumer = consumer;
        this.start = start;
        this.ends = ends;
        this.codec = codec;
        this.json = json;
        this.poison = poison;
    }

    @Override
    public Cursor start() {
        return start;
    }

    @Override
    public List<ResultRecord> next(Duration wait, Predicate<String> wanted) {
        List<ResultRecord> records = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(wait)) {
            // by its header, so that other tenants' results cost no decoding
            String project = EventCodec.projectId(record.headers());
            boolean skipped = project != null && !wanted.test(project);
            ResultRecord.Decoded result = skipped ? null : decoded(record).orElse(null);
            records.add(new ResultRecord(record.partition(), record.offset(), result));
        }
        return records;
    }

    @Override
    public boolean atEnd() {
        return ends.entrySet().stream()
                .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    @Override
    public void close() {
        consumer.close();
    }

    private Optional<ResultRecord.Decoded> decoded(ConsumerRecord<byte[], byte[]> record) {
        try {
            return codec.decode(record.headers(), record.value())
                    .flatMap(envelope -> result(envelope, record.value()));
        } catch (UndecodableEvent e) {
            poison.increment();
            log.atWarn()
                    .addKeyValue("position", record.partition() + "@" + record.offset())
                    .log("a record of {} is skipped: {}", record.topic(), e.getMessage());
            return Optional.empty();
        }
    }

    private Optional<ResultRecord.Decoded> result(Envelope envelope, byte[] data) {
        return envelope.event() instanceof Result result
                ? Optional.of(
                        new ResultRecord.Decoded(
                                envelope.id(),
                                EventType.of(result).typeName(),
                                envelope.time(),
                                result.projectId(),
                                json.readTree(data)))
                : Optional.empty();
    }
}
