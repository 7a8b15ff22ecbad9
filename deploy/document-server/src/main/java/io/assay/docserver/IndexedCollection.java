package io.assay.docserver;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractCursor;
import de.bwaldvogel.mongo.backend.AbstractSynchronizedMongoCollection;
import de.bwaldvogel.mongo.backend.ArrayFilters;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.ValueComparator;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.Oplog;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A collection that answers from the index with the fewest candidates. Large answers are looked up
 * piece by piece as their cursor is read, so that they need not fit into memory.
 */
final class IndexedCollection extends AbstractSynchronizedMongoCollection<Object> {

    /** More than this is not decoded at once. */
    private static final int MANY = 1_000;

    private final StoredDocuments documents;
    private long scans;

    IndexedCollection(
            MongoDatabase database,
            String name,
            CollectionOptions options,
            StoredDocuments documents,
            CursorRegistry cursors) {
        super(database, name, options, cursors);
        this.documents = documents;
    }

    @Override
    protected QueryResult queryDocuments(
            Document query,
            @Nullable Document orderBy,
            int skip,
            int limit,
            int batchSize,
            @Nullable Document fields) {
        Candidates found = fewestCandidates(query);
        Iterable<Object> positions = found == null ? scanned() : found.positions();
        boolean all = found != null && found.exact();
        boolean few = (found == null ? documents.size() : found.positions().size()) <= MANY;
        if (few || !(isUnsorted(orderBy) || isById(orderBy))) {
            Document unchecked = all ? new Document() : query;
            return matchDocuments(unchecked, positions, orderBy, skip, limit, batchSize, fields);
        }
        List<Object> matching = matching(query, positions, all, bound(orderBy, skip, limit));
        if (isById(orderBy)) {
            matching.sort(byId(orderBy));
        }
        int from = Math.min(skip, matching.size());
        int to = limit > 0 ? Math.min(matching.size(), from + limit) : matching.size();
        return answer(query, fields, matching.subList(from, to), batchSize);
    }

    private Iterable<Object> scanned() {
        scans++;
        return documents.positions();
    }

    /** How many matches are enough; 0 for all. */
    private static int bound(@Nullable Document orderBy, int skip, int limit) {
        return limit > 0 && isUnsorted(orderBy) ? skip + limit : 0;
    }

    private List<Object> matching(
            Document query, Iterable<Object> positions, boolean all, int most) {
        List<Object> matching = new ArrayList<>();
        for (Object position : positions) {
            if (all || documentMatchesQuery(getDocument(position), query)) {
                matching.add(position);
                if (matching.size() == most) {
                    break;
                }
            }
        }
        return matching;
    }

    private QueryResult answer(
            Document query, @Nullable Document fields, List<Object> positions, int batchSize) {
        int first = batchSize > 0 ? Math.min(batchSize, positions.size()) : positions.size();
        List<Document> batch = looked(query, fields, positions.subList(0, first));
        if (first == positions.size()) {
            return new QueryResult(batch);
        }
        List<Object> rest = positions.subList(first, positions.size());
        LazyCursor cursor = new LazyCursor(cursorRegistry.generateCursorId(), query, fields, rest);
        cursorRegistry.add(cursor);
        return new QueryResult(batch, cursor);
    }

    /** As they are now; those that are gone or don't match any more are left out. */
    private List<Document> looked(
            Document query, @Nullable Document fields, List<Object> positions) {
        List<Object> there = positions.stream().filter(documents::contains).toList();
        return matchDocuments(query, there, null, 0, 0, 0, fields).collectDocuments();
    }

    private static boolean isUnsorted(@Nullable Document orderBy) {
        return orderBy == null || orderBy.isEmpty();
    }

    private static boolean isById(@Nullable Document orderBy) {
        return orderBy != null && orderBy.keySet().equals(Set.of("_id"));
    }

    private static Comparator<Object> byId(@Nullable Document orderBy) {
        boolean up =
                orderBy != null && orderBy.get("_id") instanceof Number way && way.intValue() > 0;
        return up ? ValueComparator.asc() : ValueComparator.desc();
    }

    /** Fields that are only taken away need none of the copies and comparisons of the library. */
    @Override
    public synchronized Document updateDocuments(
            Document selector,
            Document update,
            @Nullable ArrayFilters arrayFilters,
            boolean multi,
            boolean upsert,
            Oplog oplog) {
        Set<String> fields = fieldsTakenAway(update);
        if (!multi || upsert || fields.isEmpty()) {
            return super.updateDocuments(selector, update, arrayFilters, multi, upsert, oplog);
        }
        List<Object> updated = new ArrayList<>();
        int matched = 0;
        for (Document document : queryDocuments(selector, null, 0, 0, 0, null)) {
            matched++;
            if (takeAway(document, fields)) {
                updated.add(document.get("_id"));
            }
        }
        oplog.handleUpdate(getFullName(), selector, update, updated);
        return new Document("n", matched).append("nModified", updated.size());
    }

    /** Empty if the update does anything else. */
    private static Set<String> fieldsTakenAway(Document update) {
        if (update.size() == 1 && update.get("$unset") instanceof Document fields) {
            Set<String> names = fields.keySet();
            boolean plain = names.stream().noneMatch(n -> n.contains(".") || n.equals("_id"));
            return plain ? names : Set.of();
        }
        return Set.of();
    }

    private boolean takeAway(Document document, Set<String> fields) {
        if (fields.stream().noneMatch(document::containsKey)) {
            return false;
        }
        Document before = document.clone();
        fields.forEach(document::remove);
        Object position = Missing.ofNullable(before.get("_id"));
        for (Index<Object> index : getIndexes()) {
            index.checkUpdate(before, document, this);
        }
        for (Index<Object> index : getIndexes()) {
            index.updateInPlace(before, document, position, this);
        }
        handleUpdate(position, before, document);
        return true;
    }

    /**
     * Where all documents are that may match.
     *
     * @param exact whether all of them do
     */
    private record Candidates(Collection<Object> positions, boolean exact) {}

    private @Nullable Candidates fewestCandidates(Document query) {
        Conditions conditions = Conditions.of(query);
        Candidates fewest = null;
        for (Index<Object> index : getIndexes()) {
            if (!(index instanceof HashIndex hash)) {
                continue;
            }
            Collection<Object> positions = hash.candidates(conditions);
            if (positions == null) {
                continue;
            }
            if (fewest == null || positions.size() < fewest.positions().size()) {
                fewest = new Candidates(positions, hash.answersExactly(query));
            }
            if (positions.size() <= 1) {
                return fewest;
            }
        }
        return fewest;
    }

    /** Never more than one document is decoded at a time. */
    @Override
    public synchronized int count(@Nullable Document query, int skip, int limit) {
        if (query == null || query.isEmpty() || skip > 0 || limit > 0) {
            return super.count(query, skip, limit);
        }
        Candidates found = fewestCandidates(query);
        if (found != null && found.exact()) {
            return found.positions().size();
        }
        return matching(query, found == null ? scanned() : found.positions(), false, 0).size();
    }

    @Override
    public synchronized int count() {
        return documents.size();
    }

    @Override
    public synchronized boolean isEmpty() {
        return documents.size() == 0;
    }

    @Override
    protected Object addDocumentInternal(Document document) {
        Object id = getIdField() == null ? UUID.randomUUID() : document.get(getIdField());
        Object position = Missing.ofNullable(id);
        if (documents.put(position, document)) {
            throw new IllegalStateException(position + ": existed already in " + this);
        }
        return position;
    }

    @Override
    protected Document getDocument(Object position) {
        Document document = documents.get(position);
        if (document == null) {
            throw new NoSuchElementException("no document " + position + " in " + this);
        }
        return document;
    }

    @Override
    protected void handleUpdate(Object position, Document before, Document after) {
        documents.put(position, after);
    }

    @Override
    protected void removeDocument(Object position) {
        if (!documents.remove(position)) {
            throw new NoSuchElementException("no document " + position + " in " + this);
        }
    }

    @Override
    protected Stream<DocumentWithPosition<Object>> streamAllDocumentsWithPosition() {
        return documents.stream()
                .map(entry -> new DocumentWithPosition<>(entry.getValue(), entry.getKey()));
    }

    @Override
    protected QueryResult matchDocuments(
            Document query,
            @Nullable Document orderBy,
            int skip,
            int limit,
            int batchSize,
            @Nullable Document fields) {
        return matchDocuments(
                query, documents.positions(), orderBy, skip, limit, batchSize, fields);
    }

    /** It would cost an encoding of every document, for a figure that nobody asks for. */
    @Override
    protected boolean tracksDataSize() {
        return false;
    }

    @Override
    protected void updateDataSize(int delta) {}

    @Override
    protected int getDataSize() {
        return 0;
    }

    // The library leaves the following out of the collection's lock.

    @Override
    public synchronized void addIndex(Index<Object> index) {
        super.addIndex(index);
    }

    @Override
    public synchronized void dropIndex(String name) {
        super.dropIndex(name);
    }

    /** Tells as {@code scans} how many queries no index narrowed. */
    @Override
    public synchronized Document getStats() {
        return super.getStats().append("scans", scans);
    }

    /** The rest of a large answer, not looked up yet. */
    private final class LazyCursor extends AbstractCursor {

        private final Document query;
        private final @Nullable Document fields;
        private List<Object> rest;

        LazyCursor(long id, Document query, @Nullable Document fields, List<Object> rest) {
            super(id);
            this.query = query;
            this.fields = fields;
            this.rest = List.copyOf(rest);
        }

        @Override
        public boolean isEmpty() {
            return rest.isEmpty();
        }

        @Override
        public List<Document> takeDocuments(int most) {
            synchronized (IndexedCollection.this) {
                int count = Math.min(most > 0 ? most : MANY, rest.size());
                List<Document> next = looked(query, fields, rest.subList(0, count));
                rest =
                        count == rest.size()
                                ? Collections.emptyList()
                                : rest.subList(count, rest.size());
                return next;
            }
        }
    }
}
