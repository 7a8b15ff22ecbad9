package io.assay.assignment.assignment;

import com.mongodb.client.model.Indexes;
import io.assay.messaging.AggregateStore;
import io.assay.messaging.Aggregates;
import io.assay.messaging.Change;
import io.assay.messaging.Draft;
import io.assay.messaging.Versioned;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/** The assignments' documents. */
public final class MongoAssignments {

    private static final String TASK = "state.lease.taskId";
    private static final String WORKER = "state.lease.workerId";
    private static final String PARTITION = "state.lease.partition";
    private static final String LEASED_AT = "state.lease.leasedAt";
    private static final String STATUS = "state.status";

    /** Where a page begins: after this one, newest first. */
    record After(Instant leasedAt, String id) {}

    private final AggregateStore<Assignment> store;

    MongoAssignments(Aggregates aggregates) {
        store = aggregates.store("assignments", Assignment.class);
    }

    void ensureIndexes() {
        store.ensureIndex(TASK);
        store.ensureIndex(WORKER);
        store.ensureIndex(
                Indexes.compoundIndex(
                        Indexes.ascending(WORKER),
                        Indexes.descending(LEASED_AT),
                        Indexes.ascending("_id")));
        store.ensureIndex(PARTITION, STATUS);
    }

    Optional<Versioned<Assignment>> find(String id) {
        return store.find(id);
    }

    public Map<String, Versioned<Assignment>> findAll(Collection<String> ids) {
        return store.findAll(ids);
    }

    /** The ids that were inserted; the others existed. */
    Set<String> insertAll(List<Draft<Assignment>> drafts) {
        return store.insertAll(drafts);
    }

    Versioned<Assignment> update(Versioned<Assignment> read, Decision.Decided decided) {
        return store.update(read, decided.next(), decided.events());
    }

    /** The ids that were changed meanwhile. */
    Set<String> updateAll(List<Change<Assignment>> changes) {
        return store.updateAll(changes);
    }

    boolean anyOf(String workerId, String projectId) {
        Criteria criteria =
                Criteria.where(WORKER).is(workerId).and("state.lease.projectId").is(projectId);
        return !store.query(Query.query(criteria).limit(1)).isEmpty();
    }

    /** A worker's, newest first. */
    List<Assignment> page(
            String workerId, @Nullable State state, @Nullable After after, int limit) {
        Criteria criteria = Criteria.where(WORKER).is(workerId);
        if (state != null) {
            criteria = criteria.and(STATUS).is(state.status());
            if (state.work() != null) {
                criteria = criteria.and("state.work.kind").is(state.work());
            }
        }
        if (after != null) {
            criteria =
                    criteria.orOperator(
                            Criteria.where(LEASED_AT).lt(Date.from(after.leasedAt())),
                            Criteria.where(LEASED_AT)
                                    .is(Date.from(after.leasedAt()))
                                    .and("_id")
                                    .gt(after.id()));
        }
        Sort newestFirst = Sort.by(Sort.Order.desc(LEASED_AT), Sort.Order.asc("_id"));
        return states(Query.query(criteria).with(newestFirst).limit(limit));
    }

    private List<Assignment> states(Query query) {
        return store.query(query).stream().map(Versioned::state).toList();
    }
}
