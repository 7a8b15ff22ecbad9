package io.assay.review.appeal;

import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import io.assay.messaging.AggregateStore;
import io.assay.messaging.StoreSetup;
import io.assay.messaging.Versioned;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** Appeals by the id that follows from their assignment. */
@Component
class MongoAppeals implements StoreSetup {
    private static final String COLLECTION = "appeals";
    private static final String PLACE = "state.place";
    private static final String UNSETTLED = "state.unsettled";
    private static final String PROJECT = "state.projectId";

    /** How many appeals of one rule and clause stand so. */
    record Count(String rule, @Nullable String clause, String status, long appeals) {}

    private final AggregateStore<Appeal> store;
    private final MongoTemplate mongo;

    MongoAppeals(io.assay.messaging.Aggregates aggregates, MongoTemplate mongo) {
        this.store = aggregates.store(COLLECTION, Appeal.class);
        this.mongo = mongo;
    }

    @Override
    public void prepare() {
        index(new Index().on(PLACE, Sort.Direction.ASC));
        index(new Index().on(UNSETTLED, Sort.Direction.ASC));
        index(new Index().on(PROJECT, Sort.Direction.ASC).on(PLACE, Sort.Direction.ASC));
    }

    private void index(Index index) {
        mongo.indexOps(COLLECTION).createIndex(index.sparse());
    }

    Optional<Versioned<Appeal>> find(String id) {
        return store.find(id);
    }

    /**
     * @throws io.assay.messaging.AlreadyExists if there is one about this assignment
     */
    void insert(Appeal appeal) {
        store.insert(Appeal.idOf(appeal.assignmentId()), appeal, List.of());
    }

    /**
     * @throws io.assay.messaging.StaleVersion if it was changed since it was read
     */
    Versioned<Appeal> update(Versioned<Appeal> read, Appeal next) {
        return store.update(read, next, List.of());
    }

    /** What waits, the oldest first. */
    List<Versioned<Appeal>> queue(@Nullable String projectId, String afterPlace, int limit) {
        Criteria criteria = Criteria.where(PLACE).gt(afterPlace);
        if (projectId != null) {
            criteria = criteria.and(PROJECT).is(projectId);
        }
        return store.query(new Query(criteria).with(Sort.by(PLACE)).limit(limit));
    }

    long waiting() {
        return store.count(new Query(Criteria.where(PLACE).exists(true)));
    }

    /** Decided, but what follows is perhaps not done. */
    List<Versioned<Appeal>> unsettled(int limit) {
        return store.query(new Query(Criteria.where(UNSETTLED).is(true)).limit(limit));
    }

    /** Counted in the store on demand: a counter of our own could drift. */
    List<Count> counts(int limit) {
        Document group =
                new Document("rule", "$state.rule")
                        .append("clause", "$state.clause")
                        .append("status", "$state.status");
        List<Count> counts = new ArrayList<>();
        mongo.getCollection(COLLECTION)
                .aggregate(
                        List.of(
                                Aggregates.group(group, Accumulators.sum("appeals", 1)),
                                Aggregates.sort(new Document("appeals", -1)),
                                Aggregates.limit(limit)))
                .forEach(found -> counts.add(count(found)));
        return counts;
    }

    private static Count count(Document found) {
        Document id = found.get("_id", Document.class);
        return new Count(
                id.getString("rule"),
                id.getString("clause"),
                id.getString("status"),
                ((Number) found.getOrDefault("appeals", 0)).longValue());
    }
}
