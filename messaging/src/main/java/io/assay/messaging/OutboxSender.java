package io.assay.messaging;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import io.assay.messaging.OutboxQueue.Waiting;
import io.assay.messaging.OutboxQueue.Work;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.KafkaTemplate;

/** Sends outboxes to the broker and, once it has acknowledged them, clears them. */
final class OutboxSender {

    private static final Bson NOTHING_LEFT =
            Updates.combine(Updates.unset("outbox"), Updates.unset("pending"));

    /**
     * What became of it.
     *
     * @param published events
     * @param failed aggregates of which at least one event was not acknowledged
     * @param refused events that went to the dead letters
     */
    record Sent(int published, int failed, int refused) {}

    private final MongoTemplate mongo;
    private final KafkaTemplate<byte[], byte[]> kafka;
    private final EventCodec codec;
    private final DeadLetters deadLetters;

    OutboxSender(
            MongoTemplate mongo,
            KafkaTemplate<byte[], byte[]> kafka,
            EventCodec codec,
            DeadLetters deadLetters) {
        this.mongo = mongo;
        this.kafka = kafka;
        this.codec = codec;
        this.deadLetters = deadLetters;
    }

    /** Sends all, then waits for all, then clears what was acknowledged. */
    Sent send(List<Work> works) {
        Map<String, List<Waiting>> single = new LinkedHashMap<>();
        List<Sending> sending = new ArrayList<>();
        for (Work work : works) {
            if (work.isBulk()) {
                // the first write of its aggregates, so nothing of them comes before
                sending.add(sending(work));
            } else {
                single.computeIfAbsent(work.collection(), c -> new ArrayList<>())
                        .addAll(work.aggregates());
            }
        }
        single.forEach(
                (collection, waiting) ->
                        sending.add(sending(new Work(collection, "", newestOfEach(waiting)))));
        int published = 0;
        int failed = 0;
        int refused = 0;
        for (Sending one : sending) {
            Answers answers = one.answers();
            for (Refused each : answers.refused()) {
                deadLetters.recordRefused(one.work().collection(), each.entry(), each.reason());
            }
            List<Waiting> done = answers.done();
            clear(one.work(), done);
            refused += answers.refused().size();
            published += done.stream().mapToInt(w -> w.outbox().entries().size()).sum();
            failed += one.work().aggregates().size() - done.size();
        }
        return new Sent(published - refused, failed, refused);
    }

    /**
     * A later write's outbox holds the earlier entries that were unpublished, so it stands for
     * both.
     */
    private static List<Waiting> newestOfEach(List<Waiting> outboxes) {
        Map<String, Waiting> newest = new LinkedHashMap<>();
        for (Waiting waiting : outboxes) {
            newest.merge(waiting.key(), waiting, OutboxSender::combined);
        }
        return List.copyOf(newest.values());
    }

    private static Waiting combined(Waiting earlier, Waiting later) {
        if (later.version() < earlier.version()) {
            return combined(later, earlier);
        }
        Map<String, Outbox.Entry> entries = new LinkedHashMap<>();
        earlier.outbox().entries().forEach(entry -> entries.put(entry.id(), entry));
        later.outbox().entries().forEach(entry -> entries.put(entry.id(), entry));
        return new Waiting(
                later.collection(),
                later.id(),
                later.version(),
                new Outbox(later.outbox().count(), List.copyOf(entries.values())));
    }

    /** An event that the broker will never take. */
    private record Refused(Outbox.Entry entry, String reason) {}

    /**
     * What the broker said.
     *
     * @param done aggregates whose events were all taken or refused for good
     */
    private record Answers(List<Waiting> done, List<Refused> refused) {}

    /** Work whose events are on their way, by aggregate. */
    private record Sending(Work work, List<List<CompletableFuture<?>>> events) {

        /** Waits for all of them. */
        Answers answers() {
            Answers answers = new Answers(new ArrayList<>(events.size()), new ArrayList<>());
            for (int i = 0; i < events.size(); i++) {
                answered(work.aggregates().get(i), events.get(i), answers);
            }
            return answers;
        }

        /** Nothing of an aggregate is done while one of its events may still be taken. */
        private static void answered(
                Waiting aggregate, List<CompletableFuture<?>> events, Answers answers) {
            List<Refused> refused = new ArrayList<>();
            for (int i = 0; i < events.size(); i++) {
                try {
                    events.get(i).get();
                } catch (ExecutionException e) {
                    if (!Failures.isRefused(e)) {
                        return;
                    }
                    refused.add(new Refused(aggregate.outbox().entries().get(i), reason(e)));
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return;
                }
            }
            answers.done().add(aggregate);
            answers.refused().addAll(refused);
        }

        private static String reason(Throwable failure) {
            Throwable last = failure;
            while (last.getCause() != null) {
                last = last.getCause();
            }
            return String.valueOf(last.getMessage());
        }
    }

    private Sending sending(Work work) {
        List<List<CompletableFuture<?>>> events = new ArrayList<>(work.aggregates().size());
        for (Waiting aggregate : work.aggregates()) {
            List<CompletableFuture<?>> ofAggregate = new ArrayList<>(2);
            for (Outbox.Entry entry : aggregate.outbox().entries()) {
                ofAggregate.add(sent(entry));
            }
            events.add(ofAggregate);
        }
        return new Sending(work, events);
    }

    /** What cannot even be put into a record must not hold up the others either. */
    private CompletableFuture<?> sent(Outbox.Entry entry) {
        ProducerRecord<byte[], byte[]> record;
        try {
            record = codec.encode(entry);
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(new PublishRefused("no record", e));
        }
        try {
            return kafka.send(record);
        } catch (KafkaException e) {
            if (!Failures.isRefused(e)) {
                // a broker that is away would be waited for again with each of the others
                throw e;
            }
            return CompletableFuture.failedFuture(e);
        }
    }

    private void clear(Work work, List<Waiting> done) {
        boolean all = done.size() == work.aggregates().size();
        if (!(work.isBulk() && all && clearBulk(work))) {
            clear(work.collection(), done);
        }
    }

    /** False if some were written again in the meantime. */
    private boolean clearBulk(Work bulk) {
        Bson untouched = Filters.and(Filters.eq("pending", bulk.mark()), Filters.eq("version", 1L));
        return documents(bulk.collection()).updateMany(untouched, NOTHING_LEFT).getMatchedCount()
                == bulk.aggregates().size();
    }

    private void clear(String collection, List<Waiting> aggregates) {
        if (aggregates.isEmpty()) {
            return;
        }
        BulkWriteOptions unordered = new BulkWriteOptions().ordered(false);
        List<UpdateOneModel<Document>> whole = new ArrayList<>();
        List<UpdateOneModel<Document>> partly = new ArrayList<>();
        for (Waiting aggregate : aggregates) {
            whole.add(
                    new UpdateOneModel<>(
                            Filters.and(
                                    Filters.eq(aggregate.id()),
                                    Filters.eq("version", aggregate.version())),
                            NOTHING_LEFT));
            List<String> ids = aggregate.outbox().entries().stream().map(Outbox.Entry::id).toList();
            partly.add(
                    new UpdateOneModel<>(
                            Filters.eq(aggregate.id()),
                            Updates.pullByFilter(Filters.eq("outbox", Filters.in("_id", ids)))));
        }
        MongoCollection<Document> documents = documents(collection);
        if (documents.bulkWrite(whole, unordered).getMatchedCount() < aggregates.size()) {
            // some were written again in the meantime: their newer entries must stay
            documents.bulkWrite(partly, unordered);
        }
    }

    private MongoCollection<Document> documents(String collection) {
        return mongo.getCollection(collection);
    }
}
