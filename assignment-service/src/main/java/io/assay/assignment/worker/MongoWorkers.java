package io.assay.assignment.worker;

import io.assay.messaging.AggregateStore;
import io.assay.messaging.Aggregates;
import io.assay.messaging.Change;
import io.assay.messaging.Versioned;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** The workers' documents. */
@Component
public final class MongoWorkers {

    private final AggregateStore<Worker> store;

    MongoWorkers(Aggregates aggregates) {
        store = aggregates.store("workers", Worker.class);
    }

    /** By id, at the store: whoever was suspended a moment ago is suspended here. */
    public Optional<Worker> find(String workerId) {
        return store.find(workerId).map(Versioned::state);
    }

    Optional<Versioned<Worker>> read(String workerId) {
        return store.find(workerId);
    }

    /** By id, from the one after {@code after} on. */
    List<Versioned<Worker>> page(@Nullable String after, int limit) {
        Query query = new Query().with(Sort.by("_id")).limit(limit);
        if (after != null) {
            query.addCriteria(Criteria.where("_id").gt(after));
        }
        return store.query(query);
    }

    /** Throws {@link io.assay.messaging.AlreadyExists} if there is one. */
    Versioned<Worker> insert(String workerId, Worker worker) {
        return store.insert(workerId, worker, List.of(WorkerDecider.changed(workerId, worker)));
    }

    /** Empty if there is no such worker. */
    Optional<Versioned<Worker>> change(String workerId, UnaryOperator<Worker> by) {
        return store.change(
                workerId,
                read -> {
                    Worker next = by.apply(read.state());
                    return new Change<>(
                            read, next, List.of(WorkerDecider.changed(read.id(), next)));
                });
    }

    /** A change that concerns no other service. */
    Optional<Versioned<Worker>> note(String workerId, UnaryOperator<Worker> by) {
        return store.changeWithoutEvents(workerId, by);
    }

    void changeAll(
            Collection<String> workerIds, Function<Versioned<Worker>, Change<Worker>> decide) {
        store.changeAll(workerIds, decide);
    }
}
