package io.assay.review.skill;

import io.assay.messaging.AggregateStore;
import io.assay.messaging.Aggregates;
import io.assay.messaging.Change;
import io.assay.messaging.Draft;
import io.assay.messaging.StoreSetup;
import io.assay.messaging.Versioned;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** Workers' skills, one document per worker. */
@Component
public class MongoSkills implements StoreSetup {
    private static final String COLLECTION = "skills";
    private static final String ALARM = "state.alarm.reviewFrom";

    private final AggregateStore<WorkerSkills> store;
    private final MongoTemplate mongo;

    MongoSkills(Aggregates aggregates, MongoTemplate mongo) {
        this.store = aggregates.store(COLLECTION, WorkerSkills.class);
        this.mongo = mongo;
    }

    /** As far as known, by worker; a worker without gold answers has none. */
    public Map<String, WorkerSkills> of(Collection<String> workerIds) {
        Map<String, WorkerSkills> found = new TreeMap<>();
        findAll(workerIds).forEach((id, worker) -> found.put(id, worker.state()));
        return found;
    }

    Optional<Versioned<WorkerSkills>> find(String workerId) {
        return store.find(workerId);
    }

    /** Workers whom a reviewer is asked to look at, by id. */
    List<WorkerSkills> alarmed(String after, int limit) {
        return store
                .query(
                        new Query(Criteria.where(ALARM).exists(true).and("_id").gt(after))
                                .with(Sort.by("_id"))
                                .limit(limit))
                .stream()
                .map(Versioned::state)
                .toList();
    }

    @Override
    public void prepare() {
        mongo.indexOps(COLLECTION).createIndex(new Index().on(ALARM, Sort.Direction.ASC).sparse());
    }

    Map<String, Versioned<WorkerSkills>> findAll(Collection<String> workerIds) {
        return store.findAll(workerIds);
    }

    /** Returns those not written, as another was faster. */
    Set<String> write(List<Draft<WorkerSkills>> drafts, List<Change<WorkerSkills>> changes) {
        return store.write(drafts, changes);
    }
}
