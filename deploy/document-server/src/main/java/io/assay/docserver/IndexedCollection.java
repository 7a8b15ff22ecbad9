package io.assay.docserver;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.ArrayFilters;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.h2.H2Collection;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.Oplog;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * A collection that answers from the index with the fewest candidates, and whose stored documents
 * never change: a change works on copies that then replace the originals. Replies are encoded, and
 * files written, by threads that don't hold the collection's lock, so they would otherwise see half
 * of a change.
 */
final class IndexedCollection extends H2Collection {

    private boolean changing;
    private long scans;

    IndexedCollection(
            MongoDatabase database,
            String name,
            CollectionOptions options,
            MVMap<Object, Document> documents,
            MVMap<String, Object> meta,
            CursorRegistry cursors) {
        super(database, name, options, documents, meta, cursors);
    }

    @Override
    protected QueryResult queryDocuments(
            Document query,
            @Nullable Document orderBy,
            int skip,
            int limit,
            int batchSize,
            @Nullable Document fields) {
        Collection<Object> candidates = fewestCandidates(query);
        QueryResult found =
                candidates == null
                        ? scan(query, orderBy, skip, limit, batchSize, fields)
                        : matchDocuments(
                                query, candidates, orderBy, skip, limit, batchSize, fields);
        return changing ? copied(found) : found;
    }

    private QueryResult scan(
            Document query,
            @Nullable Document orderBy,
            int skip,
            int limit,
            int batchSize,
            @Nullable Document fields) {
        scans++;
        return matchDocuments(query, orderBy, skip, limit, batchSize, fields);
    }

    private @Nullable Collection<Object> fewestCandidates(Document query) {
        Conditions conditions = Conditions.of(query);
        Collection<Object> fewest = null;
        for (Index<Object> index : getIndexes()) {
            Collection<Object> candidates =
                    index instanceof HashIndex<Object> hash ? hash.candidates(conditions) : null;
            if (candidates != null && candidates.size() <= 1) {
                return candidates;
            }
            if (candidates != null && (fewest == null || candidates.size() < fewest.size())) {
                fewest = candidates;
            }
        }
        return fewest;
    }

    private static QueryResult copied(QueryResult found) {
        List<Document> copies = new ArrayList<>();
        for (Document document : found) {
            copies.add(document.cloneDeeply());
        }
        return new QueryResult(copies);
    }

    @Override
    public synchronized Document updateDocuments(
            Document selector,
            Document update,
            ArrayFilters arrayFilters,
            boolean multi,
            boolean upsert,
            Oplog oplog) {
        return changing(
                () -> super.updateDocuments(selector, update, arrayFilters, multi, upsert, oplog));
    }

    @Override
    public synchronized Document findAndModify(Document query) {
        return changing(() -> super.findAndModify(query));
    }

    private Document changing(Supplier<Document> change) {
        changing = true;
        try {
            return change.get();
        } finally {
            changing = false;
        }
    }

    // The library leaves the following out of the collection's lock.

    @Override
    public synchronized int count(Document query, int skip, int limit) {
        return super.count(query, skip, limit);
    }

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
}
