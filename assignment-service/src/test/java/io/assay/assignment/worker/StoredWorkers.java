package io.assay.assignment.worker;

import io.assay.messaging.Aggregates;
import java.util.Map;

/** Workers who have applied before. */
public final class StoredWorkers {

    private StoredWorkers() {}

    public static MongoWorkers of(Aggregates aggregates, Map<String, Worker> workers) {
        MongoWorkers store = new MongoWorkers(aggregates);
        workers.forEach(store::insert);
        return store;
    }
}
