package io.assay.assignment.project;

import static java.util.stream.Collectors.toMap;

import io.assay.messaging.AggregateStore;
import io.assay.messaging.Aggregates;
import io.assay.messaging.Change;
import io.assay.messaging.Draft;
import io.assay.messaging.StaleVersion;
import io.assay.messaging.Versioned;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Copies of one kind, by the id of what they are of. An older sequence is refused. */
final class MongoCopies<C extends Copy> {

    private final String collection;
    private final MongoTemplate mongo;
    private final AggregateStore<C> store;

    MongoCopies(String collection, Class<C> type, MongoTemplate mongo, Aggregates aggregates) {
        this.collection = collection;
        this.mongo = mongo;
        this.store = aggregates.store(collection, type);
    }

    /** Throws {@link StaleVersion} if another writer was faster: the batch is repeated. */
    void keep(Map<String, C> newest) {
        Map<String, Versioned<C>> known = store.findAll(newest.keySet());
        List<Draft<C>> drafts = new ArrayList<>();
        List<Change<C>> changes = new ArrayList<>();
        newest.forEach(
                (id, copy) -> {
                    Versioned<C> read = known.get(id);
                    if (read == null) {
                        drafts.add(new Draft<>(id, copy, List.of()));
                    } else if (read.state().sequence() < copy.sequence()) {
                        changes.add(new Change<>(read, copy, List.of()));
                    }
                });
        if (store.insertAll(drafts).size() < drafts.size() || !store.updateAll(changes).isEmpty()) {
            throw new StaleVersion(collection, newest.keySet().toString());
        }
    }

    /** By id, the version of each copy: cheap to ask for again and again. */
    Map<String, Long> versions() {
        return mongo
                .getCollection(collection)
                .find()
                .projection(new org.bson.Document("version", 1))
                .into(new ArrayList<>())
                .stream()
                .collect(
                        toMap(
                                d -> Objects.requireNonNull(d.getString("_id")),
                                d -> d.getLong("version")));
    }

    Map<String, Versioned<C>> findAll(Set<String> ids) {
        return store.findAll(ids);
    }
}
