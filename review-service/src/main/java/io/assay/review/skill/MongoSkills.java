package io.assay.review.skill;

import io.assay.messaging.AggregateStore;
import io.assay.messaging.Aggregates;
import io.assay.messaging.Change;
import io.assay.messaging.Draft;
import io.assay.messaging.Versioned;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Workers' skills, one document per worker. */
public class MongoSkills {
    private final AggregateStore<WorkerSkills> store;

    MongoSkills(Aggregates aggregates) {
        this.store = aggregates.store("skills", WorkerSkills.class);
    }

    /** As far as known, by worker; a worker without gold answers has none. */
    public Map<String, WorkerSkills> of(Collection<String> workerIds) {
        Map<String, WorkerSkills> found = new TreeMap<>();
        findAll(workerIds).forEach((id, worker) -> found.put(id, worker.state()));
        return found;
    }

    Map<String, Versioned<WorkerSkills>> findAll(Collection<String> workerIds) {
        return store.findAll(workerIds);
    }

    /** Returns those not written, as another was faster. */
    Set<String> write(List<Draft<WorkerSkills>> drafts, List<Change<WorkerSkills>> changes) {
        Set<String> failed = new HashSet<>(store.updateAll(changes));
        Set<String> inserted = store.insertAll(drafts);
        drafts.stream().map(Draft::id).filter(id -> !inserted.contains(id)).forEach(failed::add);
        return failed;
    }
}
