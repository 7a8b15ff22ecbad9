package io.assay.messaging;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.support.SendResult;

/**
 * Publishes the events that wait in aggregates' outboxes: in order per aggregate, at least once,
 * never before the write that they tell of. Fed from memory after each write; what a crash left
 * behind is found by a scan that one instance at a time does.
 */
final class OutboxRelay implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxRelay.class);
    private static final int BATCH = 1_000;
    private static final int QUEUE = 50_000;
    private static final Duration SCAN_INTERVAL = Duration.ofSeconds(2);

    /**
     * Entries younger than this are most likely still in the memory of the instance that wrote
     * them.
     */
    private static final Duration LEFT_BEHIND = Duration.ofSeconds(5);

    private record Waiting(String collection, String id, long version, Outbox outbox) {}

    private final MongoTemplate mongo;
    private final KafkaTemplate<byte[], byte[]> kafka;
    private final EventCodec codec;
    private final RelayLease lease;
    private final Clock clock;
    private final Set<String> collections = ConcurrentHashMap.newKeySet();
    private final BlockingQueue<Waiting> queue = new ArrayBlockingQueue<>(QUEUE);
    private final Counter published;
    private final Counter failed;
    private volatile boolean running;
    private volatile long oldestMillis;
    private volatile @Nullable Thread publisher;
    private volatile @Nullable Thread scanner;

    OutboxRelay(
            MongoTemplate mongo,
            KafkaTemplate<byte[], byte[]> kafka,
            EventCodec codec,
            RelayLease lease,
            Clock clock,
            MeterRegistry meters) {
        this.mongo = mongo;
        this.kafka = kafka;
        this.codec = codec;
        this.lease = lease;
        this.clock = clock;
        this.published = meters.counter("assay.outbox.published");
        this.failed = meters.counter("assay.outbox.failed");
        Gauge.builder("assay.outbox.pending", queue, BlockingQueue::size).register(meters);
        Gauge.builder("assay.outbox.age", this, relay -> relay.oldestMillis / 1_000.0)
                .baseUnit("seconds")
                .description("age of the oldest event that is not published")
                .register(meters);
    }

    void register(String collection) {
        collections.add(collection);
    }

    /** Never blocks: what does not fit is left to the scan. */
    void offer(String collection, String id, long version, Outbox outbox) {
        if (!outbox.entries().isEmpty()) {
            queue.offer(new Waiting(collection, id, version, outbox));
        }
    }

    @Override
    public void start() {
        running = true;
        publisher = Thread.ofPlatform().name("outbox-relay").start(this::publishWhileRunning);
        scanner = Thread.ofPlatform().name("outbox-scan").daemon().start(this::scanWhileRunning);
    }

    /** Publishes what is queued, then stops; what cannot be published stays in the documents. */
    @Override
    public void stop() {
        running = false;
        Thread scanning = scanner;
        if (scanning != null) {
            scanning.interrupt();
        }
        Thread publishing = publisher;
        if (publishing != null) {
            try {
                publishing.join(Duration.ofSeconds(10));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the web server and the consumers start to write, after them on the way down. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE + 500;
    }

    private void publishWhileRunning() {
        while (running || !queue.isEmpty()) {
            List<Waiting> batch = take();
            try {
                publish(batch);
            } catch (RuntimeException e) {
                failed.increment(batch.size());
                LOG.atWarn()
                        .addKeyValue("aggregates", batch.size())
                        .setCause(e)
                        .log("outbox not published; the scan will find it");
                if (!running) {
                    return;
                }
            }
        }
    }

    private List<Waiting> take() {
        List<Waiting> batch = new ArrayList<>();
        try {
            Waiting first = queue.poll(100, TimeUnit.MILLISECONDS);
            if (first != null) {
                batch.add(first);
                queue.drainTo(batch, BATCH - 1);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            running = false;
        }
        return batch;
    }

    private void publish(List<Waiting> batch) {
        Map<String, List<Waiting>> byCollection = new LinkedHashMap<>();
        for (Waiting waiting : newestOfEach(batch)) {
            byCollection.computeIfAbsent(waiting.collection(), c -> new ArrayList<>()).add(waiting);
        }
        byCollection.forEach(this::publish);
    }

    /**
     * A later write's outbox holds the earlier entries that were unpublished, so it stands for
     * both.
     */
    private static Iterable<Waiting> newestOfEach(List<Waiting> batch) {
        Map<String, Waiting> newest = new LinkedHashMap<>();
        for (Waiting waiting : batch) {
            newest.merge(waiting.collection() + "/" + waiting.id(), waiting, OutboxRelay::combined);
        }
        return newest.values();
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

    private void publish(String collection, List<Waiting> aggregates) {
        List<List<CompletableFuture<SendResult<byte[], byte[]>>>> sent = new ArrayList<>();
        for (Waiting aggregate : aggregates) {
            List<CompletableFuture<SendResult<byte[], byte[]>>> ofAggregate = new ArrayList<>();
            for (Outbox.Entry entry : aggregate.outbox().entries()) {
                ofAggregate.add(kafka.send(codec.encode(entry)));
            }
            sent.add(ofAggregate);
        }
        List<Waiting> done = new ArrayList<>();
        for (int i = 0; i < aggregates.size(); i++) {
            if (allAcknowledged(sent.get(i))) {
                done.add(aggregates.get(i));
                published.increment(sent.get(i).size());
            } else {
                failed.increment();
            }
        }
        clear(collection, done);
    }

    private static boolean allAcknowledged(
            List<CompletableFuture<SendResult<byte[], byte[]>>> sent) {
        try {
            for (CompletableFuture<?> one : sent) {
                one.get();
            }
            return true;
        } catch (ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void clear(String collection, List<Waiting> aggregates) {
        if (aggregates.isEmpty()) {
            return;
        }
        MongoCollection<Document> documents = mongo.getCollection(collection);
        BulkWriteOptions unordered = new BulkWriteOptions().ordered(false);
        List<UpdateOneModel<Document>> whole = new ArrayList<>();
        List<UpdateOneModel<Document>> partly = new ArrayList<>();
        for (Waiting aggregate : aggregates) {
            whole.add(
                    new UpdateOneModel<>(
                            Filters.and(
                                    Filters.eq(aggregate.id()),
                                    Filters.eq("version", aggregate.version())),
                            Updates.combine(Updates.unset("outbox"), Updates.unset("pending"))));
            List<String> ids = aggregate.outbox().entries().stream().map(Outbox.Entry::id).toList();
            partly.add(
                    new UpdateOneModel<>(
                            Filters.eq(aggregate.id()),
                            Updates.pullByFilter(Filters.eq("outbox", Filters.in("_id", ids)))));
        }
        if (documents.bulkWrite(whole, unordered).getMatchedCount() < aggregates.size()) {
            // some were written again in the meantime: their newer entries must stay
            documents.bulkWrite(partly, unordered);
        }
    }

    private void scanWhileRunning() {
        Duration minAge = Duration.ZERO;
        while (running) {
            try {
                if (lease.held(clock.instant())) {
                    oldestMillis = scan(clock.instant(), minAge);
                    minAge = LEFT_BEHIND;
                } else {
                    // told by the instance that holds the lease
                    oldestMillis = 0;
                }
                TimeUnit.MILLISECONDS.sleep(SCAN_INTERVAL.toMillis());
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.atWarn().setCause(e).log("outbox scan failed; it will be repeated");
                pause();
            }
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(SCAN_INTERVAL.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private long scan(Instant now, Duration minAge) {
        long oldest = 0;
        for (String collection : collections) {
            MongoCollection<Document> documents = mongo.getCollection(collection);
            documents.createIndex(Indexes.ascending("pending"), new IndexOptions().sparse(true));
            for (Document document :
                    documents
                            .find(Filters.eq("pending", true))
                            .projection(Projections.include("version", "events", "outbox"))
                            .limit(BATCH)) {
                oldest = Math.max(oldest, offerIfLeftBehind(collection, document, now, minAge));
            }
        }
        return oldest;
    }

    private long offerIfLeftBehind(
            String collection, Document document, Instant now, Duration minAge) {
        Outbox outbox = AggregateStore.readOutbox(document);
        if (outbox.entries().isEmpty()) {
            unmark(collection, document);
            return 0;
        }
        Duration age = Duration.between(outbox.entries().getFirst().at(), now);
        if (age.compareTo(minAge) >= 0) {
            offer(collection, document.getString("_id"), document.getLong("version"), outbox);
        }
        return age.toMillis();
    }

    private void unmark(String collection, Document document) {
        mongo.getCollection(collection)
                .updateOne(
                        Filters.and(
                                Filters.eq(document.getString("_id")),
                                Filters.eq("version", document.getLong("version"))),
                        Updates.unset("pending"));
    }
}
