package io.assay.messaging;

import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import com.mongodb.client.result.UpdateResult;
import io.assay.events.Event;
import io.assay.events.EventType;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;

/**
 * Aggregates of one kind, one document each: {@code {_id, version, events, state, outbox,
 * pending}}. A write and its events are one update of one document, guarded by the version that was
 * read, so they cannot come apart (rule 1 of the design).
 *
 * @param <S> the state: records and sealed types that Jackson maps
 */
public final class AggregateStore<S> {

    private static final int LARGE = 100;

    private final String collection;
    private final Class<S> type;
    private final MongoTemplate mongo;
    private final StateMapper mapper;
    private final EventCodec codec;
    private final OutboxRelay relay;
    private final Clock clock;

    AggregateStore(
            String collection,
            Class<S> type,
            MongoTemplate mongo,
            StateMapper mapper,
            EventCodec codec,
            OutboxRelay relay,
            Clock clock) {
        this.collection = collection;
        this.type = type;
        this.mongo = mongo;
        this.mapper = mapper;
        this.codec = codec;
        this.relay = relay;
        this.clock = clock;
    }

    public Optional<Versioned<S>> find(String id) {
        return Optional.ofNullable(documents().find(Filters.eq(id)).first()).map(this::read);
    }

    /** Those of the ids that exist. */
    public Map<String, Versioned<S>> findAll(Collection<String> ids) {
        Map<String, Versioned<S>> found = new HashMap<>();
        if (!ids.isEmpty()) {
            documents()
                    .find(Filters.in("_id", ids))
                    .forEach(document -> found.put(document.getString("_id"), read(document)));
        }
        return found;
    }

    /** Criteria name fields as {@code state.field}; bounded by the query's own limit. */
    public List<Versioned<S>> query(Query query) {
        return mongo.find(query, Document.class, collection).stream().map(this::read).toList();
    }

    /**
     * As {@link #query}, read while the stream is: for exports larger than memory. To be closed.
     */
    public Stream<Versioned<S>> stream(Query query) {
        return mongo.stream(query, Document.class, collection).map(this::read);
    }

    public long count(Query query) {
        return mongo.count(query, collection);
    }

    /**
     * @throws AlreadyExists if there is an aggregate with this id
     * @throws EventTooLarge if an event cannot be published; nothing is written then
     */
    public Versioned<S> insert(String id, S state, List<? extends Event> events) {
        if (insertAll(List.of(new Draft<>(id, state, events))).isEmpty()) {
            throw new AlreadyExists(collection, id);
        }
        Outbox outbox = outbox(id, Outbox.EMPTY, events, clock.instant());
        return new Versioned<>(id, 1, state, outbox);
    }

    /**
     * One unordered bulk. Returns the ids that were inserted; the others existed and are untouched.
     *
     * @throws EventTooLarge if an event cannot be published; nothing is written then
     */
    public Set<String> insertAll(List<Draft<S>> drafts) {
        if (drafts.isEmpty()) {
            return Set.of();
        }
        Instant now = clock.instant();
        // what one large write left is cleared by one update
        String mark = drafts.size() < LARGE ? "" : newToken();
        List<Document> documents = new ArrayList<>(drafts.size());
        List<Outbox> outboxes = new ArrayList<>(drafts.size());
        for (Draft<S> draft : drafts) {
            Outbox outbox = outbox(draft.id(), Outbox.EMPTY, draft.events(), now);
            outboxes.add(outbox);
            documents.add(document(draft, outbox, mark));
        }
        Set<Integer> existing = DuplicateKeys.insertNew(documents(), documents);
        Set<String> inserted = new HashSet<>();
        List<OutboxQueue.Waiting> waiting = new ArrayList<>(drafts.size());
        for (int i = 0; i < drafts.size(); i++) {
            if (!existing.contains(i)) {
                String id = drafts.get(i).id();
                inserted.add(id);
                if (!outboxes.get(i).entries().isEmpty()) {
                    waiting.add(new OutboxQueue.Waiting(collection, id, 1, outboxes.get(i)));
                }
            }
        }
        offer(mark, waiting);
        return inserted;
    }

    /** Why these events cannot be published; empty if they can. */
    public Optional<String> tooLarge(List<? extends Event> events) {
        try {
            events.forEach(codec::data);
            return Optional.empty();
        } catch (EventTooLarge e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /**
     * For who inserts many: returns when most of what was written before is published, so that no
     * more waits than memory and a crash can bear.
     *
     * @throws PublishFailed if that takes too long, or the service stops before
     */
    public void awaitRoom() {
        relay.awaitRoom();
    }

    /**
     * @throws StaleVersion if the aggregate was changed since it was read
     * @throws EventTooLarge if an event cannot be published; nothing is written then
     */
    public Versioned<S> update(Versioned<S> read, S next, List<? extends Event> events) {
        Outbox outbox = outbox(read.id(), read.outbox(), events, clock.instant());
        UpdateResult result =
                documents().updateOne(unchanged(read), update(read, next, outbox, newToken()));
        if (result.getMatchedCount() == 0) {
            throw new StaleVersion(collection, read.id());
        }
        relay.offer(collection, read.id(), read.version() + 1, outbox);
        return new Versioned<>(read.id(), read.version() + 1, next, outbox);
    }

    /**
     * Changes an aggregate by what is decided on its newest state. What stays as it is is not
     * written.
     *
     * @return as it is now; empty if there is none with this id
     * @throws EventTooLarge if an event cannot be published; nothing is written then
     */
    public Optional<Versioned<S>> change(String id, Function<Versioned<S>, Change<S>> decide) {
        return StaleVersion.retry(() -> find(id).map(read -> write(decide.apply(read))));
    }

    /** The same for a change that concerns no other service. */
    public Optional<Versioned<S>> changeWithoutEvents(String id, UnaryOperator<S> next) {
        return change(id, read -> new Change<>(read, next.apply(read.state())));
    }

    /**
     * Changes many aggregates, each by what is decided on its newest state: one read and one bulk,
     * again for those that another changed meanwhile. Ids without an aggregate are passed over.
     *
     * @return how many were written
     */
    public int changeAll(Collection<String> ids, Function<Versioned<S>, Change<S>> decide) {
        int written = 0;
        Set<String> open = Set.copyOf(ids);
        while (!open.isEmpty()) {
            List<Change<S>> changes =
                    findAll(open).values().stream()
                            .map(decide)
                            .filter(change -> !change.next().equals(change.read().state()))
                            .toList();
            open = updateAll(changes);
            written += changes.size() - open.size();
        }
        return written;
    }

    /** In two bulks. Returns the ids of those not written, as another was faster. */
    public Set<String> write(List<Draft<S>> drafts, List<Change<S>> changes) {
        Set<String> failed = new HashSet<>(updateAll(changes));
        Set<String> inserted = insertAll(drafts);
        drafts.stream().map(Draft::id).filter(id -> !inserted.contains(id)).forEach(failed::add);
        return failed;
    }

    private Versioned<S> write(Change<S> change) {
        return change.next().equals(change.read().state())
                ? change.read()
                : update(change.read(), change.next(), change.events());
    }

    private void offer(String mark, List<OutboxQueue.Waiting> waiting) {
        if (!waiting.isEmpty()) {
            relay.offer(new OutboxQueue.Work(collection, mark, waiting));
        }
    }

    /** One unordered bulk. Returns the ids that were changed by others since they were read. */
    public Set<String> updateAll(List<Change<S>> changes) {
        if (changes.isEmpty()) {
            return Set.of();
        }
        Instant now = clock.instant();
        String token = newToken();
        List<UpdateOneModel<Document>> updates = new ArrayList<>(changes.size());
        Map<String, Outbox> outboxes = new HashMap<>();
        for (Change<S> change : changes) {
            Versioned<S> read = change.read();
            Outbox outbox = outbox(read.id(), read.outbox(), change.events(), now);
            outboxes.put(read.id(), outbox);
            updates.add(
                    new UpdateOneModel<>(
                            unchanged(read), update(read, change.next(), outbox, token)));
        }
        BulkWriteResult result =
                documents().bulkWrite(updates, new BulkWriteOptions().ordered(false));
        Set<String> stale =
                result.getMatchedCount() == changes.size()
                        ? Set.of()
                        : notWrittenWith(token, outboxes.keySet());
        for (Change<S> change : changes) {
            String id = change.read().id();
            Outbox outbox = outboxes.get(id);
            if (outbox != null && !stale.contains(id)) {
                relay.offer(collection, id, change.read().version() + 1, outbox);
            }
        }
        return stale;
    }

    /** For queries by equality of all the paths, such as {@code state.projectId}. */
    public void ensureIndex(String... paths) {
        documents().createIndex(Indexes.ascending(paths));
    }

    /** For queries that sort otherwise than ascending. */
    public void ensureIndex(Bson keys) {
        documents().createIndex(keys);
    }

    private Set<String> notWrittenWith(String token, Set<String> ids) {
        Set<String> stale = new HashSet<>(ids);
        documents()
                .find(Filters.in("_id", ids))
                .projection(Projections.include("token"))
                .forEach(
                        document -> {
                            if (token.equals(document.getString("token"))) {
                                stale.remove(document.getString("_id"));
                            }
                        });
        return stale;
    }

    private Outbox outbox(String id, Outbox before, List<? extends Event> events, Instant now) {
        if (events.isEmpty()) {
            return before;
        }
        long count = before.count();
        List<Outbox.Entry> entries = new ArrayList<>(before.entries());
        for (Event event : events) {
            count++;
            entries.add(
                    new Outbox.Entry(
                            id + ":" + count,
                            count,
                            EventType.of(event).typeName(),
                            event.key(),
                            EventCodec.projectId(event),
                            new Binary(codec.data(event)),
                            now));
        }
        return new Outbox(count, entries);
    }

    private Document document(Draft<S> draft, Outbox outbox, String mark) {
        Document document =
                new Document("_id", draft.id())
                        .append("version", 1L)
                        .append("events", outbox.count())
                        .append("state", mapper.toDocument(draft.state()));
        if (!outbox.entries().isEmpty()) {
            document.append("outbox", outbox.entries().stream().map(AggregateStore::write).toList())
                    .append("pending", mark.isEmpty() ? true : mark);
        }
        return document;
    }

    private static Bson unchanged(Versioned<?> read) {
        return Filters.and(Filters.eq(read.id()), Filters.eq("version", read.version()));
    }

    private Bson update(Versioned<S> read, S next, Outbox outbox, String token) {
        List<Bson> updates = new ArrayList<>();
        updates.add(Updates.set("state", mapper.toDocument(next)));
        updates.add(Updates.set("version", read.version() + 1));
        // shows after a bulk which of the updates were ours
        updates.add(Updates.set("token", token));
        if (outbox.count() > read.outbox().count()) {
            int known = read.outbox().entries().size();
            List<Document> added =
                    outbox.entries().subList(known, outbox.entries().size()).stream()
                            .map(AggregateStore::write)
                            .toList();
            updates.add(Updates.pushEach("outbox", added));
            updates.add(Updates.set("events", outbox.count()));
            updates.add(Updates.set("pending", true));
        }
        return Updates.combine(updates);
    }

    private Versioned<S> read(Document document) {
        return new Versioned<>(
                document.getString("_id"),
                document.getLong("version"),
                mapper.toState(document.get("state", Document.class), type),
                readOutbox(document));
    }

    static Outbox readOutbox(Document document) {
        List<Document> entries = document.getList("outbox", Document.class, List.of());
        return new Outbox(
                document.getLong("events"),
                entries.stream().map(AggregateStore::readEntry).toList());
    }

    private static Document write(Outbox.Entry entry) {
        Document document =
                new Document("_id", entry.id())
                        .append("sequence", entry.sequence())
                        .append("type", entry.type())
                        .append("key", entry.key())
                        .append("body", entry.body())
                        .append("at", Date.from(entry.at()));
        if (entry.projectId() != null) {
            document.append("project", entry.projectId());
        }
        return document;
    }

    private static Outbox.Entry readEntry(Document entry) {
        return new Outbox.Entry(
                entry.getString("_id"),
                entry.getLong("sequence"),
                entry.getString("type"),
                entry.getString("key"),
                entry.getString("project"),
                entry.get("body", Binary.class),
                entry.getDate("at").toInstant());
    }

    private MongoCollection<Document> documents() {
        return mongo.getCollection(collection);
    }

    private static String newToken() {
        return UUID.randomUUID().toString();
    }
}
