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
import org.springframework.stereotype.Component;

/** Copies of projects, by id. An older sequence is refused. */
@Component
final class MongoCopies {

    private static final String COLLECTION = "projects";

    private final MongoTemplate mongo;
    private final AggregateStore<Copy> store;

    MongoCopies(MongoTemplate mongo, Aggregates aggregates) {
        this.mongo = mongo;
        this.store = aggregates.store(COLLECTION, Copy.class);
    }

    /** Throws {@link StaleVersion} if another writer was faster: the batch is repeated. */
    void keep(Map<String, Copy> newest) {
        Map<String, Versioned<Copy>> known = store.findAll(newest.keySet());
        List<Draft<Copy>> drafts = new ArrayList<>();
        List<Change<Copy>> changes = new ArrayList<>();
        newest.forEach(
                (id, copy) -> {
                    Versioned<Copy> read = known.get(id);
                    if (read == null) {
                        drafts.add(new Draft<>(id, copy, List.of()));
                    } else if (read.state().sequence() < copy.sequence()) {
                        changes.add(new Change<>(read, copy, List.of()));
                    }
                });
        if (store.insertAll(drafts).size() < drafts.size() || !store.updateAll(changes).isEmpty()) {
            throw new StaleVersion(COLLECTION, newest.keySet().toString());
        }
    }

    /** By id, the version of each copy: cheap to ask for again and again. */
    Map<String, Long> versions() {
        return mongo
                .getCollection(COLLECTION)
                .find()
                .projection(new org.bson.Document("version", 1))
                .into(new ArrayList<>())
                .stream()
                .collect(
                        toMap(
                                d -> Objects.requireNonNull(d.getString("_id")),
                                d -> d.getLong("version")));
    }

    Map<String, Versioned<Copy>> findAll(Set<String> ids) {
        return store.findAll(ids);
    }
}
