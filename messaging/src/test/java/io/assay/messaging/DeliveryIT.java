package io.assay.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.assay.events.TaskWithdrawn;
import io.assay.messaging.ProbeApplication.Probe;
import io.assay.messaging.ProbeApplication.Spans;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.test.context.ContextConfiguration;

/** From a write, over its outbox and the broker, to a consumer; and what happens in between. */
@SpringBootTest(classes = ProbeApplication.class)
@ContextConfiguration(initializers = Engines.Initializer.class)
class DeliveryIT {

    @Autowired AggregateStore<Thing> things;
    @Autowired Probe probe;
    @Autowired EventPublisher publisher;
    @Autowired DeadLetters deadLetters;
    @Autowired KafkaTemplate<byte[], byte[]> kafka;
    @Autowired MongoTemplate mongo;
    @Autowired Spans spans;
    @Autowired MeterRegistry meters;

    private final String id = UUID.randomUUID().toString();

    @AfterEach
    void behave() {
        probe.behaviour = batch -> batch;
    }

    @Test
    void publishesTheEventsOfAWriteInOrderAndForgetsThem() {
        Versioned<Thing> read =
                things.insert(id, Thing.named("a"), List.of(Samples.taskCreated(id)));
        things.update(
                read,
                Thing.named("b"),
                List.of(Samples.taskWithdrawn(id), Samples.labelSubmitted(id)));

        await().untilAsserted(
                        () -> assertThat(probe.ids()).contains(id + ":1", id + ":2", id + ":3"));
        List<String> ofTasks =
                probe.handled.stream()
                        .filter(one -> one.topic().equals("assay.tasks"))
                        .map(one -> one.envelope().id())
                        .filter(event -> event.startsWith(id))
                        .distinct()
                        .toList();
        assertThat(ofTasks).containsExactly(id + ":1", id + ":2");
        await().untilAsserted(
                        () -> {
                            assertThat(document()).doesNotContainKey("pending");
                            assertThat(things.find(id).orElseThrow().outbox().entries()).isEmpty();
                        });
        assertThat(things.find(id).orElseThrow().outbox().count()).isEqualTo(3);
    }

    @Test
    void publishesWhatACrashLeftBehindAfterItsWrite() {
        things.insert(id, Thing.named("a"), List.of(Samples.taskCreated(id)));
        await().until(() -> !document().containsKey("pending"));

        // as an instance leaves it that dies between the write and the publishing
        Document entry =
                new Document("_id", id + ":2")
                        .append("sequence", 2L)
                        .append("type", "assay.TaskWithdrawn")
                        .append("key", Samples.taskWithdrawn(id).taskId())
                        .append(
                                "body",
                                new org.bson.types.Binary(
                                        new EventCodec("x").data(Samples.taskWithdrawn(id))))
                        .append("at", new java.util.Date(0));
        mongo.getCollection("things")
                .updateOne(
                        Filters.eq(id),
                        Updates.combine(
                                Updates.push("outbox", entry),
                                Updates.set("pending", true),
                                Updates.inc("version", 1L),
                                Updates.set("events", 2L)));

        await().until(() -> probe.ids().contains(id + ":2"));
        await().until(() -> !document().containsKey("pending"));
    }

    @Test
    void publishesALargeWriteAndForgetsItThoughSomeOfItIsWrittenAgain() {
        List<Draft<Thing>> drafts =
                IntStream.range(0, 250)
                        .mapToObj(
                                i ->
                                        new Draft<>(
                                                id + "-" + i,
                                                Thing.named("a"),
                                                List.of(
                                                        Samples.taskCreated(id + i),
                                                        Samples.taskWithdrawn(id + i))))
                        .toList();
        things.insert(id + "-7", Thing.named("first"), List.of());

        assertThat(things.insertAll(drafts)).hasSize(249).doesNotContain(id + "-7");
        Versioned<Thing> read = things.find(id + "-9").orElseThrow();
        things.update(read, Thing.named("b"), List.of(Samples.labelSubmitted(id)));
        things.update(things.find(id + "-11").orElseThrow(), Thing.named("c"), List.of());

        List<String> expected =
                drafts.stream()
                        .map(Draft::id)
                        .filter(one -> !one.equals(id + "-7"))
                        .flatMap(one -> Stream.of(one + ":1", one + ":2"))
                        .toList();
        await().untilAsserted(
                        () ->
                                assertThat(new HashSet<>(probe.ids()))
                                        .containsAll(expected)
                                        .contains(id + "-9:3"));
        await().untilAsserted(() -> assertThat(pending()).isZero());
        assertThat(things.findAll(drafts.stream().map(Draft::id).toList()).values())
                .hasSize(250)
                .allMatch(thing -> thing.outbox().entries().isEmpty());
    }

    @Test
    void publishesALargeBacklogThatACrashLeftBehind() {
        int count = 2 * OutboxScan.PAGE + 1;
        List<Document> left =
                IntStream.range(0, count).mapToObj(i -> leftBehind(id + "-" + i)).toList();

        mongo.getCollection("things").insertMany(left);

        await().untilAsserted(() -> assertThat(pending()).isZero());
        await().untilAsserted(
                        () ->
                                assertThat(
                                                probe.ids().stream()
                                                        .filter(one -> one.startsWith(id + "-"))
                                                        .distinct())
                                        .hasSize(count));
    }

    private Document leftBehind(String thing) {
        Document entry =
                new Document("_id", thing + ":1")
                        .append("sequence", 1L)
                        .append("type", "assay.TaskCreated")
                        .append("key", Samples.taskCreated(thing).taskId())
                        .append(
                                "body",
                                new org.bson.types.Binary(
                                        new EventCodec("x").data(Samples.taskCreated(thing))))
                        .append("at", new java.util.Date(0));
        return new Document("_id", thing)
                .append("version", 1L)
                .append("events", 1L)
                .append("state", new Document("name", "a"))
                .append("outbox", List.of(entry))
                .append("pending", "a mark of the dead");
    }

    private long pending() {
        return mongo.getCollection("things").countDocuments(Filters.exists("pending"));
    }

    /** As an outbox holds it that was written before the size was looked at. */
    @Test
    void whatTheBrokerRefusesGoesAsideAndHoldsUpNothing() {
        Document refused = leftBehind(id + "-large");
        Document large = refused.getList("outbox", Document.class).getFirst();
        large.append("body", new org.bson.types.Binary(new byte[1_200_000]));
        Document next = leftBehind(id + "-large").getList("outbox", Document.class).getFirst();
        next.append("_id", id + "-large:2").append("sequence", 2L);
        refused.append("outbox", List.of(large, next)).append("events", 2L);
        Document unknown = leftBehind(id + "-unknown");
        unknown.getList("outbox", Document.class).getFirst().append("type", "assay.FromTheFuture");

        mongo.getCollection("things")
                .insertMany(List.of(refused, unknown, leftBehind(id + "-other")));

        await().untilAsserted(
                        () -> assertThat(probe.ids()).contains(id + "-other:1", id + "-large:2"));
        await().untilAsserted(() -> assertThat(pending()).isZero());
        DeadLetter letter = letterOf(id + "-large:1");
        assertThat(letter.topic()).isEqualTo("assay.tasks");
        assertThat(letter.eventType()).isEqualTo("assay.TaskCreated");
        assertThat(letter.error()).contains("1200");
        assertThat(letter.preview()).hasSizeLessThanOrEqualTo(2_000);
        assertThat(letterOf(id + "-unknown:1").topic()).isEqualTo("outbox of things");
        assertThat(meters.counter("assay.outbox.refused").count()).isGreaterThanOrEqualTo(2);
        assertThatThrownBy(() -> deadLetters.replay(letter.id()))
                .isInstanceOf(PublishRefused.class);
        things.awaitRoom();
    }

    @Test
    void refusesAnEventThatIsTooLargeBeforeAnythingIsWritten() {
        TaskWithdrawn large =
                new TaskWithdrawn(
                        Samples.taskWithdrawn(id).taskId(),
                        "p1",
                        "x".repeat(EventCodec.MAX_BYTES),
                        Samples.NOON);

        assertThatThrownBy(() -> things.insert(id, Thing.named("a"), List.of(large)))
                .isInstanceOf(EventTooLarge.class)
                .hasMessageContaining("expected: at most 1,000,000");
        assertThat(things.find(id)).isEmpty();
        assertThat(things.tooLarge(List.of(large))).isPresent();
        assertThat(things.tooLarge(List.of(Samples.taskWithdrawn(id)))).isEmpty();
        assertThatThrownBy(() -> publisher.publish(List.of(Outgoing.of(id, large))))
                .isInstanceOf(EventTooLarge.class);
    }

    /** A batch whose handler meets a key that is taken is not repeated for ever. */
    @Test
    void deadLettersWhatTheStoreWillNeverTake() {
        String bad = id + "/bad";
        mongo.getCollection("taken").insertOne(new Document("_id", id));
        probe.behaviour =
                batch -> {
                    if (batch.stream().anyMatch(one -> one.envelope().id().equals(bad))) {
                        mongo.getCollection("taken").insertOne(new Document("_id", id));
                    }
                    return batch;
                };

        publisher.publish(
                List.of(
                        Outgoing.of(id + "/1", Samples.taskCreated(id)),
                        Outgoing.of(bad, Samples.taskCreated(id)),
                        Outgoing.of(id + "/2", Samples.taskCreated(id))));

        await().untilAsserted(() -> assertThat(probe.ids()).contains(id + "/1", id + "/2"));
        await().until(() -> letterOf(bad) != null);
    }

    @Test
    void deadLettersExactlyThePoisonAndHandlesAllAround() {
        List<Outgoing> good =
                IntStream.range(0, 40)
                        .mapToObj(i -> Outgoing.of(id + "/" + i, Samples.taskCreated(id + i)))
                        .toList();
        publisher.publish(good.subList(0, 20));
        poison("{not json", "assay.TaskCreated");
        poison("{}", "assay.TaskCreated");
        poison("{}", "assay.FromTheFuture");
        kafka.send(new ProducerRecord<>("assay.tasks", new byte[] {0, (byte) 0xFF}));
        publisher.publish(good.subList(20, 40));

        await().untilAsserted(
                        () ->
                                assertThat(probe.ids())
                                        .containsAll(good.stream().map(Outgoing::id).toList()));
        await().untilAsserted(
                        () ->
                                assertThat(deadLetters.list(null, 200))
                                        .filteredOn(letter -> letter.topic().equals("assay.tasks"))
                                        .hasSizeGreaterThanOrEqualTo(3));
        assertThat(deadLetters.list(null, 200))
                .filteredOn(letter -> id.equals(letter.key()))
                .extracting(DeadLetter::preview)
                .containsExactlyInAnyOrder("{not json", "{}");
        assertThat(deadLetters.list(null, 200)).allMatch(letter -> !letter.error().isEmpty());
    }

    @Test
    void deadLettersWhatTheHandlerAloneCannotTakeAndReplaysItAfterAFix() {
        String bad = id + "/bad";
        probe.behaviour =
                batch -> {
                    if (batch.stream().anyMatch(one -> one.envelope().id().equals(bad))) {
                        throw new IllegalStateException("cannot take " + bad);
                    }
                    return batch;
                };
        publisher.publish(
                List.of(
                        Outgoing.of(id + "/1", Samples.taskCreated("same")),
                        Outgoing.of(bad, Samples.taskCreated("same")),
                        Outgoing.of(id + "/2", Samples.taskCreated("same"))));

        await().untilAsserted(() -> assertThat(probe.ids()).contains(id + "/1", id + "/2"));
        await().until(() -> letterOf(bad) != null);
        assertThat(letterOf(bad).error()).contains("cannot take");

        probe.behaviour = batch -> batch;
        assertThat(deadLetters.replay(letterOf(bad).id())).isPresent();

        await().until(() -> probe.ids().contains(bad));
        assertThat(letterOf(bad).replayedAt()).isNotNull();
        assertThat(deadLetters.replay("none")).isEmpty();
    }

    @Test
    void repeatsABatchUntilTheStoreIsBackAndLosesNothing() {
        List<Outgoing> events = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            events.add(Outgoing.of(id + "/" + i, Samples.taskCreated(id + i)));
        }
        int failures = 3;
        java.util.concurrent.atomic.AtomicInteger left =
                new java.util.concurrent.atomic.AtomicInteger(failures);
        probe.behaviour =
                batch -> {
                    if (left.getAndDecrement() > 0) {
                        throw new DataAccessResourceFailureException("store is away");
                    }
                    return batch;
                };

        publisher.publish(events);

        await().untilAsserted(
                        () ->
                                assertThat(new HashSet<>(probe.ids()))
                                        .containsAll(events.stream().map(Outgoing::id).toList()));
        assertThat(left.get()).isLessThanOrEqualTo(0);
        assertThat(deadLetters.list(null, 200))
                .noneMatch(letter -> letter.error().contains("store is away"));
    }

    @Test
    void tracesWhatItDoesWithAnEventUnderTheTask() {
        things.insert(id, Thing.named("a"), List.of(Samples.taskCreated(id)));

        String trace = Samples.taskCreated(id).taskId();
        await().untilAsserted(
                        () ->
                                assertThat(spans.exported)
                                        .filteredOn(span -> span.getTraceId().equals(trace))
                                        .extracting(span -> span.getName())
                                        .contains("process TaskCreated"));
    }

    private void poison(String data, String type) {
        ProducerRecord<byte[], byte[]> record =
                new ProducerRecord<>(
                        "assay.tasks",
                        id.getBytes(StandardCharsets.UTF_8),
                        data.getBytes(StandardCharsets.UTF_8));
        record.headers()
                .add("ce_specversion", "1.0".getBytes())
                .add("ce_id", UUID.randomUUID().toString().getBytes())
                .add("ce_type", type.getBytes())
                .add("ce_source", "/test".getBytes());
        kafka.send(record);
    }

    private DeadLetter letterOf(String eventId) {
        return deadLetters.list(null, 200).stream()
                .filter(letter -> eventId.equals(letter.eventId()))
                .findFirst()
                .orElse(null);
    }

    private Document document() {
        return mongo.getCollection("things").find(Filters.eq(id)).first();
    }
}
