package io.assay.task.task;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import io.assay.events.EscalationReason;
import io.assay.messaging.AggregateStore;
import io.assay.messaging.StoreSetup;
import io.assay.messaging.Versioned;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** Questions about the tasks of a project. */
@Component
public final class MongoTasks implements StoreSetup {

    private static final int CURSOR_BATCH = 500;

    private final AggregateStore<Task> store;

    MongoTasks(AggregateStore<Task> store) {
        this.store = store;
    }

    @Override
    public void prepare() {
        store.ensureIndex("state.projectId", "_id");
        store.ensureIndex("state.projectId", "state.status");
        store.ensureIndex("state.projectId", "state.inReview");
    }

    /** In order of id. */
    public List<Versioned<Task>> page(String projectId, @Nullable String after, int limit) {
        // a bound below, even for the first page: not every store sorts by an index without one
        Criteria page = of(projectId).and("_id").gt(after == null ? "" : after);
        return store.query(Query.query(page).with(Sort.by("_id")).limit(limit));
    }

    /** Every task of the project in order of id, read as the stream is. To be closed. */
    public Stream<Task> all(String projectId) {
        Query query = Query.query(of(projectId)).with(Sort.by("_id")).cursorBatchSize(CURSOR_BATCH);
        return store.stream(query).map(Versioned::state);
    }

    /** Counted in the store on demand: a counter of our own could drift. */
    public Map<TaskStatus, Long> counts(String projectId) {
        Map<TaskStatus, Long> counts = new EnumMap<>(TaskStatus.class);
        for (TaskStatus status : TaskStatus.values()) {
            Criteria criteria = of(projectId).and("state.status").is(status.wireName());
            counts.put(status, store.count(Query.query(criteria)));
        }
        return counts;
    }

    /** How many wait for a reviewer, whatever for. */
    public long inReview(String projectId) {
        long count = 0;
        for (EscalationReason reason : EscalationReason.values()) {
            String name = reason.name().toLowerCase(Locale.ROOT);
            count += store.count(Query.query(of(projectId).and("state.inReview").is(name)));
        }
        return count;
    }

    private static Criteria of(String projectId) {
        return where("state.projectId").is(projectId);
    }
}
