package io.assay.messaging;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.kafka.core.KafkaTemplate;

/** Publishes what a consumer concluded, before its offset is committed (rule 2 of the design). */
public final class EventPublisher {

    private final KafkaTemplate<byte[], byte[]> kafka;
    private final EventCodec codec;
    private final Clock clock;

    EventPublisher(KafkaTemplate<byte[], byte[]> kafka, EventCodec codec, Clock clock) {
        this.kafka = kafka;
        this.codec = codec;
        this.clock = clock;
    }

    /**
     * Returns when all are acknowledged.
     *
     * @throws PublishFailed if one is not; some may have been published, so publish all again
     * @throws PublishRefused if the broker will never take one
     * @throws EventTooLarge likewise; none was published then
     */
    public void publish(List<Outgoing> events) {
        Instant now = clock.instant();
        List<ProducerRecord<byte[], byte[]>> records =
                events.stream().map(event -> codec.encode(event, now)).toList();
        List<CompletableFuture<?>> sent = new ArrayList<>(events.size());
        try {
            for (ProducerRecord<byte[], byte[]> record : records) {
                sent.add(kafka.send(record));
            }
            CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new)).join();
        } catch (CompletionException | org.springframework.kafka.KafkaException e) {
            if (Failures.isRefused(e)) {
                throw new PublishRefused(
                        "the broker refuses one of " + events.size() + " events", e);
            }
            throw new PublishFailed(
                    "the broker did not acknowledge " + events.size() + " events", e);
        }
    }
}
