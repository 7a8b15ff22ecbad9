package io.assay.gateway.stream;

import io.assay.events.Topic;
import io.assay.gateway.topic.TopicConsumers;
import io.assay.messaging.EventCodec;
import io.assay.web.Problem;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Opens readers of the results topic. */
@Component
class ResultReaders {

    private static final Logger log = LoggerFactory.getLogger(ResultReaders.class);

    private final TopicConsumers consumers;
    private final EventCodec codec;
    private final JsonMapper json;
    private final Counter poison;

    ResultReaders(
            TopicConsumers consumers, EventCodec codec, JsonMapper json, MeterRegistry metrics) {
        this.consumers = consumers;
        this.codec = codec;
        this.json = json;
        this.poison = metrics.counter("assay.gateway.poison", "topic", Topic.RESULTS.topicName());
    }

    /**
     * Fails with 400 if the cursor lies behind the topic's end, with 410 if what follows it is no
     * longer kept, and with 503 if Kafka does not answer.
     */
    ResultReader open(Cursor from) {
        Consumer<byte[], byte[]> consumer = consumers.make();
        try {
            return placed(consumer, from);
        } catch (KafkaException e) {
            consumer.close();
            log.warn("results cannot be read", e);
            throw notReady();
        } catch (Problem e) {
            consumer.close();
            throw e;
        }
    }

    static Problem notReady() {
        return Problem.of(
                HttpStatus.SERVICE_UNAVAILABLE,
                "stream-not-ready",
                "Results cannot be read at the moment; try again soon.");
    }

    static Problem badCursor(String reason) {
        return Problem.of(HttpStatus.BAD_REQUEST, "bad-cursor", "from: " + reason);
    }

    private static Problem expired() {
        return Problem.of(
                HttpStatus.GONE,
                "cursor-expired",
                "from: results that follow this cursor are no longer kept; read from the"
                        + " beginning, or export the project");
    }

    private ResultReader placed(Consumer<byte[], byte[]> consumer, Cursor from) {
        List<TopicPartition> partitions = TopicConsumers.partitions(consumer, Topic.RESULTS);
        if (partitions.isEmpty()) {
            throw notReady();
        }
        consumer.assign(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        Cursor start = start(from, consumer.beginningOffsets(partitions), ends);
        start.next()
                .forEach(
                        (partition, next) ->
                                consumer.seek(
                                        new TopicPartition(Topic.RESULTS.topicName(), partition),
                                        next));
        return new KafkaResultReader(consumer, start, ends, codec, json, poison);
    }

    private static Cursor start(
            Cursor from, Map<TopicPartition, Long> beginnings, Map<TopicPartition, Long> ends) {
        SortedMap<Integer, Long> asked = new TreeMap<>(from.next());
        SortedMap<Integer, Long> start = new TreeMap<>();
        ends.forEach(
                (partition, end) -> {
                    Long next = asked.remove(partition.partition());
                    long beginning = beginnings.getOrDefault(partition, 0L);
                    if (next != null && next > end) {
                        throw badCursor("lies behind the end of the results that there are");
                    }
                    if (next != null && next < beginning) {
                        throw expired();
                    }
                    start.put(partition.partition(), next == null ? beginning : next);
                });
        if (!asked.isEmpty()) {
            throw badCursor("of another layout of the results than there is");
        }
        return new Cursor(start);
    }
}
