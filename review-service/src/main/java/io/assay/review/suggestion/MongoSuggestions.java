package io.assay.review.suggestion;

import io.assay.messaging.AggregateStore;
import io.assay.messaging.Aggregates;
import io.assay.messaging.StoreSetup;
import io.assay.messaging.Versioned;
import io.assay.review.suggestion.Suggestion.Status;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** Suggestions by the id that follows from picture and reviewer. */
@Component
class MongoSuggestions implements StoreSetup {
    private static final String COLLECTION = "suggestions";
    private static final String PLACE = "state.place";
    private static final String PROJECT = "state.projectId";
    private static final String REQUESTER = "state.requesterId";
    private static final String STATUS = "state.status";

    /**
     * Which of them; null is any.
     *
     * @param after place of the last one before
     */
    record Filter(
            @Nullable String requesterId,
            @Nullable String projectId,
            @Nullable Status status,
            @Nullable String after) {}

    private final AggregateStore<Suggestion> store;
    private final MongoTemplate mongo;

    MongoSuggestions(Aggregates aggregates, MongoTemplate mongo) {
        this.store = aggregates.store(COLLECTION, Suggestion.class);
        this.mongo = mongo;
    }

    @Override
    public void prepare() {
        index(new Index().on(PLACE, Sort.Direction.DESC));
        index(new Index().on(PROJECT, Sort.Direction.ASC).on(PLACE, Sort.Direction.DESC));
        index(new Index().on(REQUESTER, Sort.Direction.ASC).on(PLACE, Sort.Direction.DESC));
    }

    private void index(Index index) {
        mongo.indexOps(COLLECTION).createIndex(index);
    }

    Optional<Versioned<Suggestion>> find(String id) {
        return store.find(id);
    }

    /**
     * @throws io.assay.messaging.AlreadyExists if this reviewer has made one of this picture
     */
    void insert(Suggestion suggestion) {
        store.insert(suggestion.id(), suggestion, List.of());
    }

    /**
     * @throws io.assay.messaging.StaleVersion if it was changed since it was read
     */
    void update(Versioned<Suggestion> read, Suggestion next) {
        Versioned<Suggestion> _ = store.update(read, next, List.of());
    }

    /** The latest first. */
    List<Suggestion> list(Filter filter, int limit) {
        Criteria criteria = new Criteria();
        if (filter.requesterId() != null) {
            criteria = criteria.and(REQUESTER).is(filter.requesterId());
        }
        if (filter.projectId() != null) {
            criteria = criteria.and(PROJECT).is(filter.projectId());
        }
        if (filter.status() != null) {
            criteria = criteria.and(STATUS).is(filter.status().wireName());
        }
        if (filter.after() != null) {
            criteria = criteria.and(PLACE).lt(filter.after());
        }
        return store
                .query(new Query(criteria).with(Sort.by(Sort.Direction.DESC, PLACE)).limit(limit))
                .stream()
                .map(Versioned::state)
                .toList();
    }
}
