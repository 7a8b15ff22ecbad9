package io.assay.docserver;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DatabaseResolver;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.h2.H2Database;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.Oplog;
import io.netty.channel.Channel;
import java.util.List;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;

/** A database whose indexes live in memory and are rebuilt from the documents when opened. */
final class IndexedDatabase extends H2Database {

    private final MVStore store;

    IndexedDatabase(String name, MVStore store, CursorRegistry cursors) {
        this.store = store; // first: the super constructor opens the collections
        super(name, store, cursors);
    }

    /** The driver counts by an aggregation, for which the library gathers all that it counts. */
    @Override
    public Document handleCommand(
            Channel channel,
            String command,
            Document query,
            DatabaseResolver databases,
            @Nullable Oplog oplog) {
        Document counted = command.equalsIgnoreCase("aggregate") ? Counting.of(query) : null;
        if (counted == null) {
            return super.handleCommand(channel, command, query, databases, oplog);
        }
        String name = (String) query.get("aggregate");
        MongoCollection<Object> collection = resolveCollection(name, false);
        int count = collection == null ? 0 : collection.count(counted, 0, 0);
        return Counting.answer(getDatabaseName() + "." + name, count);
    }

    @Override
    protected MongoCollection<Object> openOrCreateCollection(
            String name, CollectionOptions options) {
        String fullName = getFullCollectionNamespace(name);
        StoredDocuments documents = new StoredDocuments(store.openMap("databases." + fullName));
        return new IndexedCollection(this, name, options, documents, cursorRegistry);
    }

    @Override
    protected Index<Object> openOrCreateUniqueIndex(
            String collection, String index, List<IndexKey> keys, boolean sparse) {
        return new HashIndex(index, keys, sparse, true);
    }

    @Override
    protected Index<Object> openOrCreateSecondaryIndex(
            String collection, String index, List<IndexKey> keys, boolean sparse) {
        return new HashIndex(index, keys, sparse, false);
    }
}
