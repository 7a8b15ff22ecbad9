package io.assay.payment.earning;

import io.assay.messaging.AggregateStore;
import io.assay.messaging.Aggregates;
import io.assay.messaging.Change;
import io.assay.messaging.Draft;
import io.assay.messaging.StoreSetup;
import io.assay.messaging.Versioned;
import io.assay.payment.earning.Dispute.Status;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** Disputes by the id of their assignment. */
@Component
final class MongoDisputes implements StoreSetup {

    private final AggregateStore<Dispute> store;

    MongoDisputes(Aggregates aggregates) {
        this.store = aggregates.store("disputes", Dispute.class);
    }

    @Override
    public void prepare() {
        store.ensureIndex("state.status");
        store.ensureIndex("state.status", "_id");
    }

    Optional<Versioned<Dispute>> find(String assignmentId) {
        return store.find(assignmentId);
    }

    Map<String, Versioned<Dispute>> findAll(Collection<String> assignmentIds) {
        return store.findAll(assignmentIds);
    }

    /** By assignment id. */
    List<Versioned<Dispute>> page(Status status, @Nullable String after, int limit) {
        Criteria criteria = with(status);
        if (after != null) {
            criteria = criteria.and("_id").gt(after);
        }
        return store.query(Query.query(criteria).with(Sort.by("_id")).limit(limit));
    }

    long count(Status status) {
        return store.count(Query.query(with(status)));
    }

    /** To be closed. */
    Stream<Versioned<Dispute>> stream(Status status) {
        return store.stream(Query.query(with(status)));
    }

    Versioned<Dispute> update(Versioned<Dispute> read, Dispute next) {
        return store.update(read, next, List.of());
    }

    /** Returns the ids of those that changed meanwhile. */
    Set<String> updateAll(Map<Versioned<Dispute>, Dispute> next) {
        List<Change<Dispute>> changes = new ArrayList<>();
        next.forEach((read, dispute) -> changes.add(new Change<>(read, dispute)));
        return store.updateAll(changes);
    }

    /** Returns false if one or more were changed by others meanwhile. */
    boolean put(Map<String, Dispute> next, Map<String, Versioned<Dispute>> read) {
        List<Draft<Dispute>> drafts = new ArrayList<>();
        List<Change<Dispute>> changes = new ArrayList<>();
        next.forEach(
                (id, dispute) -> {
                    Versioned<Dispute> before = read.get(id);
                    if (before == null) {
                        drafts.add(new Draft<>(id, dispute, List.of()));
                    } else {
                        changes.add(new Change<>(before, dispute));
                    }
                });
        return store.write(drafts, changes).isEmpty();
    }

    private static Criteria with(Status status) {
        return Criteria.where("state.status").is(status.name().toLowerCase(Locale.ROOT));
    }
}
