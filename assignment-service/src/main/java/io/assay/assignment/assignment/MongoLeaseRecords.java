package io.assay.assignment.assignment;

import com.mongodb.client.model.Filters;
import io.assay.messaging.AggregateStore;
import io.assay.messaging.Aggregates;
import io.assay.messaging.AlreadyExists;
import io.assay.messaging.StoreSetup;
import io.assay.messaging.Versioned;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** Remembers keyed requests for a while, so that a retry leases nothing twice. */
@Component
final class MongoLeaseRecords implements StoreSetup {

    private static final String COLLECTION = "lease-requests";

    private final AggregateStore<LeaseRecord> store;
    private final MongoTemplate mongo;

    MongoLeaseRecords(Aggregates aggregates, MongoTemplate mongo) {
        this.store = aggregates.store(COLLECTION, LeaseRecord.class);
        this.mongo = mongo;
    }

    @Override
    public void prepare() {
        store.ensureIndex("state.at");
    }

    Optional<LeaseRecord> find(String id) {
        return store.find(id).map(Versioned::state);
    }

    /** False if there is one with this id. */
    boolean insert(String id, LeaseRecord record) {
        try {
            store.insert(id, record, List.of());
            return true;
        } catch (AlreadyExists e) {
            return false;
        }
    }

    void forget(String id) {
        mongo.getCollection(COLLECTION).deleteOne(Filters.eq(id));
    }

    void forgetBefore(Instant instant) {
        mongo.getCollection(COLLECTION).deleteMany(Filters.lt("state.at", Date.from(instant)));
    }
}
