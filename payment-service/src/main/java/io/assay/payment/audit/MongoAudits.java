package io.assay.payment.audit;

import io.assay.messaging.AggregateStore;
import io.assay.messaging.Aggregates;
import io.assay.messaging.StoreSetup;
import io.assay.messaging.Versioned;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** What audits found. */
@Component
final class MongoAudits implements StoreSetup {

    private static final String STATUS = "state.status";

    private final AggregateStore<Audit> store;

    MongoAudits(Aggregates aggregates) {
        this.store = aggregates.store("audits", Audit.class);
    }

    @Override
    public void prepare() {
        store.ensureIndex(STATUS);
    }

    Optional<Versioned<Audit>> find(String id) {
        return store.find(id);
    }

    /**
     * @throws io.assay.messaging.AlreadyExists if there is an audit with this id
     */
    Versioned<Audit> insert(String id, Audit audit) {
        return store.insert(id, audit, List.of());
    }

    /**
     * @throws io.assay.messaging.StaleVersion if it was changed since it was read
     */
    void update(Versioned<Audit> read, Audit next) {
        store.update(read, next, List.of());
    }

    /** Those that have been running since before then. */
    List<Versioned<Audit>> runningSince(Instant before) {
        Criteria running = Criteria.where(STATUS).is("running");
        return store.query(Query.query(running)).stream()
                .filter(a -> a.state().startedAt().isBefore(before))
                .toList();
    }
}
