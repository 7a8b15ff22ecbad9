package io.assay.review.gold;

import io.assay.messaging.AggregateStore;
import io.assay.messaging.Aggregates;
import io.assay.messaging.Change;
import io.assay.messaging.Draft;
import io.assay.messaging.Versioned;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/** Answers to gold tasks, one document each by assignment id. */
class MongoGoldLabels {
    private static final String COLLECTION = "goldLabels";
    private static final String HELD_UNTIL = "state.heldUntil";
    private static final String UNDRAWN = "state.undrawn";

    private final AggregateStore<GoldLabel> store;
    private final MongoTemplate mongo;

    MongoGoldLabels(Aggregates aggregates, MongoTemplate mongo) {
        this.store = aggregates.store(COLLECTION, GoldLabel.class);
        this.mongo = mongo;
    }

    void ensureIndexes() {
        for (String path : List.of(HELD_UNTIL, UNDRAWN)) {
            mongo.indexOps(COLLECTION)
                    .createIndex(new Index().on(path, Sort.Direction.ASC).sparse());
        }
    }

    /** Ids that are new; the others keep what they were scored at first. */
    Set<String> insertAll(List<GoldLabel> labels) {
        return store.insertAll(
                labels.stream().map(label -> new Draft<>(label.id(), label, List.of())).toList());
    }

    Map<String, Versioned<GoldLabel>> findAll(Collection<String> ids) {
        return store.findAll(ids);
    }

    Set<String> updateAll(List<Change<GoldLabel>> changes) {
        return store.updateAll(changes);
    }

    /** Held no longer than until then. */
    List<Versioned<GoldLabel>> due(Instant now, int limit) {
        return store.query(
                new Query(Criteria.where(HELD_UNTIL).lte(now))
                        .with(Sort.by(HELD_UNTIL))
                        .limit(limit));
    }

    /** Held while no delay of the project was known. */
    List<Versioned<GoldLabel>> undrawn(String projectId, int limit) {
        return store.query(new Query(Criteria.where(UNDRAWN).is(projectId)).limit(limit));
    }
}
