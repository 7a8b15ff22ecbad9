package io.assay.payment.project;

import io.assay.events.ProjectChanged;
import io.assay.messaging.AggregateStore;
import io.assay.messaging.Aggregates;
import io.assay.messaging.Change;
import io.assay.messaging.Received;
import io.assay.messaging.Replica;
import io.assay.messaging.Versioned;
import io.assay.payment.ledger.Source;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** Payment's own copy of all projects. */
@Component
public final class MongoProjects {

    private final AggregateStore<ProjectTerms> store;
    private final Replica<ProjectChanged, ProjectTerms> replica;

    MongoProjects(Aggregates aggregates) {
        this.store = aggregates.store("projects", ProjectTerms.class);
        this.replica = new Replica<>(store, ProjectChanged.class, MongoProjects::updated);
    }

    public Optional<ProjectTerms> find(String projectId) {
        return store.find(projectId).map(Versioned::state);
    }

    /** Those that are known, by id. */
    public Map<String, ProjectTerms> findAll(Collection<String> projectIds) {
        return store.findAll(new HashSet<>(projectIds)).values().stream()
                .collect(Collectors.toMap(Versioned::id, Versioned::state));
    }

    /** The ids of all that are known. */
    public Set<String> ids() {
        Query onlyIds = new Query();
        try (Stream<Versioned<ProjectTerms>> all = store.stream(onlyIds)) {
            return all.map(Versioned::id).collect(Collectors.toSet());
        }
    }

    /** Takes changes in and returns the projects that they are of, as they are now. */
    public Map<String, ProjectTerms> keep(List<Received> batch) {
        return replica.keep(batch);
    }

    /**
     * Forgets the limits that need not be booked again; see {@link ProjectTerms#booked}.
     *
     * @param limits by project
     */
    public void booked(Map<String, Integer> limits) {
        store.changeAll(
                limits.keySet(),
                read -> new Change<>(read, read.state().booked(limits.getOrDefault(read.id(), 0))));
    }

    private static ProjectTerms updated(
            @Nullable ProjectTerms before, ProjectChanged event, Received received) {
        return ProjectTerms.apply(
                before,
                event,
                received.envelope().sequence(),
                Source.of(received.topic(), received.partition(), received.offset()));
    }
}
