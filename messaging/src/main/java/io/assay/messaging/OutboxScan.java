package io.assay.messaging;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Updates;
import io.assay.messaging.OutboxQueue.Waiting;
import io.assay.messaging.OutboxQueue.Work;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Finds outboxes that a dead process left behind, or that the broker did not take. */
final class OutboxScan {

    static final int PAGE = 2_000;

    /** Of the events of a page: there may be few large ones. */
    private static final long MAX_BYTES = 16L << 20;

    /**
     * What a look at one collection found.
     *
     * @param whole whether this was all
     */
    record Found(List<Work> leftBehind, boolean whole, Duration oldest) {}

    private final MongoTemplate mongo;
    private final OutboxQueue queue;
    private final Set<String> indexed = ConcurrentHashMap.newKeySet();

    OutboxScan(MongoTemplate mongo, OutboxQueue queue) {
        this.mongo = mongo;
        this.queue = queue;
    }

    /** Outboxes of at least this age that do not wait in memory. */
    Found look(String collection, Instant now, Duration minAge) {
        MongoCollection<Document> documents = mongo.getCollection(collection);
        if (indexed.add(collection)) {
            documents.createIndex(Indexes.ascending("pending"), new IndexOptions().sparse(true));
        }
        FindIterable<Document> found =
                documents
                        .find(
                                Filters.and(
                                        Filters.exists("pending"),
                                        Filters.not(
                                                Filters.gt(
                                                        "outbox.at",
                                                        Date.from(now.minus(minAge))))))
                        .projection(Projections.include("version", "events", "outbox"))
                        .limit(PAGE);
        Duration oldest = Duration.ZERO;
        List<Work> leftBehind = new ArrayList<>();
        int seen = 0;
        long bytes = 0;
        try (MongoCursor<Document> page = found.iterator()) {
            while (bytes < MAX_BYTES && page.hasNext()) {
                Document document = page.next();
                Outbox outbox = AggregateStore.readOutbox(document);
                seen++;
                bytes += outbox.bytes();
                if (outbox.entries().isEmpty()) {
                    unmark(documents, document);
                    continue;
                }
                Duration age = Duration.between(outbox.entries().getFirst().at(), now);
                oldest = age.compareTo(oldest) > 0 ? age : oldest;
                if (!queue.holds(collection, document.getString("_id"))) {
                    leftBehind.add(work(collection, document, outbox));
                }
            }
        }
        return new Found(leftBehind, seen < PAGE && bytes < MAX_BYTES, oldest);
    }

    private static Work work(String collection, Document document, Outbox outbox) {
        Waiting waiting =
                new Waiting(
                        collection, document.getString("_id"), document.getLong("version"), outbox);
        return new Work(collection, "", List.of(waiting));
    }

    private static void unmark(MongoCollection<Document> documents, Document document) {
        documents.updateOne(
                Filters.and(
                        Filters.eq(document.getString("_id")),
                        Filters.eq("version", document.getLong("version"))),
                Updates.unset("pending"));
    }
}
