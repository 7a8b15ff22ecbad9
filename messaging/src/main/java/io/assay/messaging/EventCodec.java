package io.assay.messaging;

import io.assay.events.Event;
import io.assay.events.EventType;
import io.assay.events.Result;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import io.cloudevents.rw.CloudEventRWException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Events to Kafka records and back: CloudEvents 1.0 in binary mode, JSON data. The trace context
 * travels as the {@code ce_traceparent} extension and as the plain {@code traceparent} header; a
 * result's project as {@code ce_projectid}, so that readers of some projects need not decode all.
 */
public final class EventCodec {

    /** Of an event's JSON: with key and headers under the 1 MiB that brokers take by default. */
    public static final int MAX_BYTES = 1_000_000;

    private static final String SEQUENCE = "sequence";
    private static final String TRACEPARENT = "traceparent";
    private static final String PROJECT = "projectid";
    private static final String PROJECT_HEADER = "ce_" + PROJECT;

    private final JsonMapper json;
    private final URI source;

    /**
     * @param source the service's name, published as {@code /source}
     */
    public EventCodec(String source) {
        this.json = WireJson.mapper();
        this.source = URI.create("/" + source);
    }

    /**
     * @throws EventTooLarge if it is over {@link #MAX_BYTES}
     */
    byte[] data(Event event) {
        byte[] data = json.writeValueAsBytes(event);
        if (data.length > MAX_BYTES) {
            throw new EventTooLarge(event.getClass().getSimpleName(), data.length);
        }
        return data;
    }

    /** The record of an event, for the topic of its type. */
    public ProducerRecord<byte[], byte[]> encode(Outgoing outgoing, Instant time) {
        Event event = outgoing.event();
        EventType type = EventType.of(event);
        String traceparent =
                outgoing.traceparent() != null
                        ? outgoing.traceparent()
                        : TraceContext.of(event.key(), type.topic(), outgoing.id());
        return record(
                outgoing.id(),
                outgoing.sequence(),
                type,
                event.key(),
                projectId(event),
                time,
                traceparent,
                data(event));
    }

    ProducerRecord<byte[], byte[]> encode(Outbox.Entry entry) {
        EventType type = EventType.named(entry.type()).orElseThrow();
        return record(
                entry.id(),
                entry.sequence(),
                type,
                entry.key(),
                entry.projectId(),
                entry.at(),
                TraceContext.of(entry.key(), type.topic(), entry.id()),
                entry.body().getData());
    }

    private ProducerRecord<byte[], byte[]> record(
            String id,
            long sequence,
            EventType type,
            String key,
            @Nullable String projectId,
            Instant time,
            @Nullable String traceparent,
            byte[] data) {
        CloudEventBuilder event =
                CloudEventBuilder.v1()
                        .withId(id)
                        .withType(type.typeName())
                        .withSource(source)
                        .withSubject(key)
                        .withTime(time.atOffset(ZoneOffset.UTC))
                        .withExtension(SEQUENCE, Long.toString(sequence))
                        .withData("application/json", data);
        if (traceparent != null) {
            event.withExtension(TRACEPARENT, traceparent);
        }
        if (projectId != null) {
            event.withExtension(PROJECT, projectId);
        }
        ProducerRecord<byte[], byte[]> record =
                KafkaMessageFactory.<byte[]>createWriter(
                                type.topic().topicName(), key.getBytes(StandardCharsets.UTF_8))
                        .writeBinary(event.build());
        if (traceparent != null) {
            record.headers().add(TRACEPARENT, traceparent.getBytes(StandardCharsets.US_ASCII));
        }
        return record;
    }

    /** The project that readers choose by: of results alone. */
    static @Nullable String projectId(Event event) {
        return event instanceof Result result ? result.projectId() : null;
    }

    /** The project in a record's header, without looking into its data; null if none. */
    public static @Nullable String projectId(Headers headers) {
        Header header = headers.lastHeader(PROJECT_HEADER);
        return header == null || header.value() == null
                ? null
                : new String(header.value(), StandardCharsets.UTF_8);
    }

    /**
     * Empty for a type that this version does not know: a newer service may publish it, so it is no
     * fault.
     *
     * @throws UndecodableEvent if the record is not a CloudEvent, its data not JSON of its type, or
     *     a required field is absent
     */
    public Optional<Envelope> decode(Headers headers, byte @Nullable [] value) {
        CloudEvent cloudEvent = cloudEvent(headers, value);
        Optional<EventType> type = EventType.named(cloudEvent.getType());
        if (type.isEmpty()) {
            return Optional.empty();
        }
        Event event = event(type.get(), value == null ? new byte[0] : value);
        return Optional.of(
                new Envelope(
                        cloudEvent.getId(),
                        sequence(cloudEvent),
                        cloudEvent.getSource().getPath(),
                        time(cloudEvent),
                        (String) cloudEvent.getExtension(TRACEPARENT),
                        event));
    }

    private static CloudEvent cloudEvent(Headers headers, byte @Nullable [] value) {
        try {
            return KafkaMessageFactory.createReader(headers, value == null ? new byte[0] : value)
                    .toEvent();
        } catch (CloudEventRWException | IllegalArgumentException | IllegalStateException e) {
            throw new UndecodableEvent("not a CloudEvent: " + e.getMessage(), e);
        }
    }

    private Event event(EventType type, byte[] value) {
        Event event;
        try {
            event = json.readValue(value, type.record());
        } catch (JacksonException e) {
            throw new UndecodableEvent(type.typeName() + ": " + e.getOriginalMessage(), e);
        }
        if (event == null) {
            throw new UndecodableEvent(type.typeName() + ": no data");
        }
        String missing = Completeness.missing((Record) event);
        if (missing != null) {
            throw new UndecodableEvent(type.typeName() + ": " + missing + " is absent");
        }
        return event;
    }

    private static long sequence(CloudEvent event) {
        Object value = event.getExtension(SEQUENCE);
        try {
            return value == null ? 0 : Long.parseLong(value.toString());
        } catch (NumberFormatException e) {
            throw new UndecodableEvent("sequence: " + value + " (expected: a number)", e);
        }
    }

    private static Instant time(CloudEvent event) {
        OffsetDateTime time = event.getTime();
        return Objects.requireNonNullElse(time, OffsetDateTime.MIN).toInstant();
    }
}
