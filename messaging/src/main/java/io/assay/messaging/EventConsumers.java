package io.assay.messaging;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.listener.BatchListenerFailedException;
import org.springframework.messaging.Message;

/**
 * Makes batch consumers whose offset is their transaction (rule 2 of the design). The handler gets
 * all decodable events of a poll at once; it may be called again with any of them, in any other
 * grouping, after whatever failed.
 */
public final class EventConsumers {

    /** Takes a batch to its end: state written, events acknowledged. */
    @FunctionalInterface
    public interface Handler {
        void handle(List<Received> batch);
    }

    private record Decoded(ConsumerRecord<byte[], byte[]> record, Received received) {}

    private record Kind(String topic, String type) {}

    private final EventCodec codec;
    private final MeterRegistry meters;
    private final EventTracing tracing;

    /** Kept, as the registry looks long for a meter by its tags. */
    private final Map<Kind, Counter> consumed = new ConcurrentHashMap<>();

    EventConsumers(EventCodec codec, MeterRegistry meters, EventTracing tracing) {
        this.codec = codec;
        this.meters = meters;
        this.tracing = tracing;
    }

    /**
     * For a binding in batch mode. An infrastructure failure repeats the batch without end; a
     * record that cannot be decoded, or that alone makes the handler fail, is dead-lettered.
     */
    public Consumer<Message<List<byte[]>>> batch(Handler handler) {
        return message -> consume(BatchConverter.records(message), handler);
    }

    void consume(List<ConsumerRecord<byte[], byte[]>> records, Handler handler) {
        List<Decoded> decoded = new ArrayList<>(records.size());
        for (ConsumerRecord<byte[], byte[]> record : records) {
            try {
                decode(record).ifPresent(one -> decoded.add(new Decoded(record, one)));
            } catch (UndecodableEvent e) {
                // what stands before it has to be done, as the offset moves to the failed record
                handle(decoded, handler);
                throw new BatchListenerFailedException(
                        "undecodable event", new PoisonEvent(e), record);
            }
        }
        handle(decoded, handler);
    }

    private Optional<Received> decode(ConsumerRecord<byte[], byte[]> record) {
        Optional<Envelope> envelope = codec.decode(record.headers(), record.value());
        String type = envelope.map(e -> e.event().getClass().getSimpleName()).orElse("unknown");
        consumed.computeIfAbsent(new Kind(record.topic(), type), this::counter).increment();
        return envelope.map(
                e -> new Received(e, record.topic(), record.partition(), record.offset()));
    }

    private Counter counter(Kind kind) {
        return meters.counter("assay.events.consumed", "topic", kind.topic(), "type", kind.type());
    }

    private void handle(List<Decoded> batch, Handler handler) {
        if (batch.isEmpty()) {
            return;
        }
        try {
            List<Received> received = batch.stream().map(Decoded::received).toList();
            tracing.around(received, () -> handler.handle(received));
        } catch (RuntimeException e) {
            if (Failures.mayPass(e)) {
                throw e;
            }
            handleOneByOne(batch, handler);
        }
    }

    /** Finds the record that the handler cannot take. */
    private void handleOneByOne(List<Decoded> batch, Handler handler) {
        for (Decoded one : batch) {
            RuntimeException refusal = refusal(one, handler);
            if (refusal != null && refusal(one, handler) != null) {
                throw new BatchListenerFailedException(
                        "event refused", new PoisonEvent(refusal), one.record());
            }
        }
    }

    /** Tried twice: two who make the same document at once find it there the second time. */
    private static @Nullable RuntimeException refusal(Decoded one, Handler handler) {
        try {
            handler.handle(List.of(one.received()));
            return null;
        } catch (RuntimeException e) {
            if (Failures.mayPass(e)) {
                throw e;
            }
            return e;
        }
    }
}
