package io.assay.messaging;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import io.assay.events.EventType;
import io.assay.events.Ids;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.support.KafkaHeaders;

/**
 * The dead letters of this service: kept from its {@code <topic>.<group>.dlt} topics and of what
 * the broker refused to take of its outboxes, listed for operations, and put back after a fix. A
 * replay goes to the original topic; whoever had read the record before takes it as the duplicate
 * that it is.
 */
final class DeadLetters {

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);

    private static final String COLLECTION = "deadLetters";
    private static final int PREVIEW = 2_000;

    /** A character takes four at most. */
    private static final int PREVIEW_BYTES = 4 * PREVIEW;

    private static final int ERROR = 1_000;

    private final MongoTemplate mongo;
    private final KafkaTemplate<byte[], byte[]> kafka;
    private final EventCodec codec;
    private final MeterRegistry meters;
    private final Clock clock;

    DeadLetters(
            MongoTemplate mongo,
            KafkaTemplate<byte[], byte[]> kafka,
            EventCodec codec,
            MeterRegistry meters,
            Clock clock) {
        this.mongo = mongo;
        this.kafka = kafka;
        this.codec = codec;
        this.meters = meters;
        this.clock = clock;
    }

    /**
     * In order of their ids.
     *
     * @param after the last id of the page before, null for the first page
     * @param limit 1 to 200
     */
    public List<DeadLetter> list(@Nullable String after, int limit) {
        Bson filter = after == null ? Filters.empty() : Filters.gt("_id", after);
        List<DeadLetter> page = new ArrayList<>();
        mongo.getCollection(COLLECTION)
                .find(filter)
                .projection(Projections.exclude("value"))
                .sort(Sorts.ascending("_id"))
                .limit(limit)
                .forEach(document -> page.add(read(document)));
        return page;
    }

    public long count() {
        return mongo.getCollection(COLLECTION).countDocuments();
    }

    /** Puts a dead letter back into the topic it came from. Empty if there is none with this id. */
    public Optional<DeadLetter> replay(String id) {
        Document document = mongo.getCollection(COLLECTION).find(Filters.eq(id)).first();
        if (document == null) {
            return Optional.empty();
        }
        send(document);
        Instant now = clock.instant();
        mongo.getCollection(COLLECTION)
                .updateOne(Filters.eq(id), Updates.set("replayedAt", Date.from(now)));
        meters.counter("assay.deadletters.replayed").increment();
        return Optional.of(read(document.append("replayedAt", Date.from(now))));
    }

    void record(ConsumerRecord<byte[], byte[]> record) {
        record(write(record));
    }

    /** What this service cannot publish; kept once, however often it is refused. */
    void recordRefused(String collection, Outbox.Entry entry, String reason) {
        LOG.atError()
                .addKeyValue("event", entry.id())
                .addKeyValue("type", entry.type())
                .addKeyValue("reason", reason)
                .log("the broker refuses an event; it is among the dead letters");
        record(write(collection, entry, reason));
    }

    private void record(Document document) {
        long before =
                mongo.getCollection(COLLECTION)
                        .replaceOne(
                                Filters.eq(document.getString("_id")),
                                document,
                                new ReplaceOptions().upsert(true))
                        .getMatchedCount();
        if (before == 0) {
            meters.counter("assay.deadletters.recorded", "topic", document.getString("topic"))
                    .increment();
        }
    }

    private void send(Document document) {
        ProducerRecord<byte[], byte[]> record =
                new ProducerRecord<>(
                        document.getString("topic"),
                        bytes(document, "key"),
                        bytes(document, "value"));
        document.get("headers", Document.class)
                .forEach((name, value) -> record.headers().add(name, ((Binary) value).getData()));
        try {
            kafka.send(record).get();
        } catch (ExecutionException | KafkaException e) {
            if (Failures.isRefused(e)) {
                throw new PublishRefused(
                        "the broker refuses " + document.getString("_id") + " again", e);
            }
            throw new PublishFailed("replay of " + document.getString("_id"), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PublishFailed("replay of " + document.getString("_id"), e);
        }
    }

    private Document write(ConsumerRecord<byte[], byte[]> record) {
        Map<String, Object> headers = new TreeMap<>();
        for (Header header : record.headers()) {
            if (header.value() != null && !header.key().startsWith("kafka_")) {
                headers.put(header.key(), new Binary(header.value()));
            }
        }
        return new Document(
                        "_id", record.topic() + "-" + record.partition() + "@" + record.offset())
                .append("topic", text(record, KafkaHeaders.DLT_ORIGINAL_TOPIC))
                .append("partition", number(record, KafkaHeaders.DLT_ORIGINAL_PARTITION).intValue())
                .append("offset", number(record, KafkaHeaders.DLT_ORIGINAL_OFFSET).longValue())
                .append("key", record.key() == null ? null : new Binary(record.key()))
                .append("value", record.value() == null ? null : new Binary(record.value()))
                .append("preview", preview(record.value()))
                .append("headers", new Document(headers))
                .append("error", error(record))
                .append("recordedAt", Date.from(Instant.ofEpochMilli(record.timestamp())));
    }

    private Document write(String collection, Outbox.Entry entry, String reason) {
        String name = collection + "/" + entry.id();
        return new Document("_id", "outbox-" + Ids.sha256Hex(name.getBytes(StandardCharsets.UTF_8)))
                .append("topic", topic(collection, entry))
                .append("partition", -1)
                .append("offset", -1L)
                .append("key", new Binary(entry.key().getBytes(StandardCharsets.UTF_8)))
                .append("value", entry.body())
                .append("preview", preview(entry.body().getData()))
                .append("headers", headers(entry))
                .append("error", reason.substring(0, Math.min(reason.length(), ERROR)))
                .append("recordedAt", Date.from(clock.instant()));
    }

    /** Of a type that this version does not know only its position is known. */
    private static String topic(String collection, Outbox.Entry entry) {
        return EventType.named(entry.type())
                .map(type -> type.topic().topicName())
                .orElse("outbox of " + collection);
    }

    private Document headers(Outbox.Entry entry) {
        try {
            Document headers = new Document();
            codec.encode(entry)
                    .headers()
                    .forEach(header -> headers.put(header.key(), new Binary(header.value())));
            return headers;
        } catch (RuntimeException e) {
            // that may be why it is here
            return new Document("ce_id", bytes(entry.id())).append("ce_type", bytes(entry.type()));
        }
    }

    private static Binary bytes(String text) {
        return new Binary(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String preview(byte @Nullable [] value) {
        byte[] start =
                Arrays.copyOf(
                        Objects.requireNonNullElse(value, new byte[0]),
                        value == null ? 0 : Math.min(value.length, PREVIEW_BYTES));
        String text = new String(start, StandardCharsets.UTF_8);
        return text.substring(0, Math.min(text.length(), PREVIEW));
    }

    private static String error(ConsumerRecord<?, ?> record) {
        String cause = text(record, PoisonEvent.HEADER);
        return Objects.requireNonNullElse(cause, "unknown");
    }

    private static @Nullable String text(ConsumerRecord<?, ?> record, String header) {
        Header found = record.headers().lastHeader(header);
        return found == null ? null : new String(found.value(), StandardCharsets.UTF_8);
    }

    private static Number number(ConsumerRecord<?, ?> record, String header) {
        Header found = record.headers().lastHeader(header);
        if (found == null) {
            return -1;
        }
        java.nio.ByteBuffer bytes = java.nio.ByteBuffer.wrap(found.value());
        return found.value().length == Integer.BYTES ? bytes.getInt() : bytes.getLong();
    }

    private static byte @Nullable [] bytes(Document document, String field) {
        Binary value = document.get(field, Binary.class);
        return value == null ? null : value.getData();
    }

    private static DeadLetter read(Document document) {
        byte[] key = bytes(document, "key");
        Document headers = document.get("headers", Document.class);
        Date replayed = document.getDate("replayedAt");
        return new DeadLetter(
                document.getString("_id"),
                document.getString("topic"),
                document.getInteger("partition"),
                document.getLong("offset"),
                key == null ? null : new String(key, StandardCharsets.UTF_8),
                header(headers, "ce_id"),
                header(headers, "ce_type"),
                document.getString("error"),
                document.getString("preview"),
                document.getDate("recordedAt").toInstant(),
                replayed == null ? null : replayed.toInstant());
    }

    private static @Nullable String header(Document headers, String name) {
        byte[] value = bytes(headers, name);
        return value == null ? null : new String(value, StandardCharsets.UTF_8);
    }
}
