package io.assay.assignment.project;

import static java.util.stream.Collectors.toMap;

import io.assay.events.ProjectChanged;
import io.assay.messaging.AggregateStore;
import io.assay.messaging.Aggregates;
import io.assay.messaging.Received;
import io.assay.messaging.Replica;
import io.assay.messaging.Versioned;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** Copies of projects, by id. An older sequence is refused. */
@Component
final class MongoCopies {

    private static final String COLLECTION = "projects";

    private final MongoTemplate mongo;
    private final AggregateStore<Copy> store;
    private final Replica<ProjectChanged, Copy> replica;

    MongoCopies(MongoTemplate mongo, Aggregates aggregates) {
        this.mongo = mongo;
        this.store = aggregates.store(COLLECTION, Copy.class);
        this.replica = new Replica<>(store, ProjectChanged.class, MongoCopies::updated);
    }

    /** Keeps the newest of each and returns them. */
    Collection<Copy> keep(List<Received> batch) {
        return replica.keep(batch).values();
    }

    private static Copy updated(@Nullable Copy before, ProjectChanged event, Received received) {
        long sequence = received.envelope().sequence();
        return before != null && before.sequence() >= sequence ? before : new Copy(sequence, event);
    }

    /** By id, the version of each copy: cheap to ask for again and again. */
    Map<String, Long> versions() {
        return mongo
                .getCollection(COLLECTION)
                .find()
                .projection(new Document("version", 1))
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
