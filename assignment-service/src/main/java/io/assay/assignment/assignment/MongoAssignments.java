package io.assay.assignment.assignment;

import com.mongodb.client.model.Indexes;
import io.assay.assignment.assignment.AssignmentViews.State;
import io.assay.messaging.AggregateStore;
import io.assay.messaging.StoreSetup;
import io.assay.messaging.Versioned;
import io.assay.web.Cursor;
import java.util.Date;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** What is looked for among the assignments otherwise than by id. */
@Component
final class MongoAssignments implements StoreSetup {

    private static final String TASK = "state.lease.taskId";
    private static final String WORKER = "state.lease.workerId";
    private static final String PARTITION = "state.lease.partition";
    private static final String LEASED_AT = "state.lease.leasedAt";
    private static final String STATUS = "state.status";

    private final AggregateStore<Assignment> store;

    MongoAssignments(AggregateStore<Assignment> store) {
        this.store = store;
    }

    @Override
    public void prepare() {
        store.ensureIndex(TASK);
        store.ensureIndex(WORKER);
        store.ensureIndex(
                Indexes.compoundIndex(
                        Indexes.ascending(WORKER),
                        Indexes.descending(LEASED_AT),
                        Indexes.ascending("_id")));
        store.ensureIndex(PARTITION, STATUS);
    }

    boolean anyOf(String workerId, String projectId) {
        Criteria criteria =
                Criteria.where(WORKER).is(workerId).and("state.lease.projectId").is(projectId);
        return !store.query(Query.query(criteria).limit(1)).isEmpty();
    }

    /** A worker's, newest first. */
    List<Assignment> page(
            String workerId, @Nullable State state, @Nullable Cursor after, int limit) {
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
                            Criteria.where(LEASED_AT).lt(Date.from(after.at())),
                            Criteria.where(LEASED_AT)
                                    .is(Date.from(after.at()))
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
