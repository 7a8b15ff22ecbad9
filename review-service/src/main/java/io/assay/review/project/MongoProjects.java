package io.assay.review.project;

import static java.util.stream.Collectors.toMap;

import io.assay.events.ProjectChanged;
import io.assay.messaging.AggregateStore;
import io.assay.messaging.Aggregates;
import io.assay.messaging.Change;
import io.assay.messaging.Received;
import io.assay.messaging.Replica;
import io.assay.messaging.StaleVersion;
import io.assay.messaging.StoreSetup;
import io.assay.messaging.Versioned;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** This service's copies of the projects. */
@Component
public class MongoProjects implements StoreSetup {
    private static final String COLLECTION = "projects";
    private static final String FROZEN = "state.freezing.freeze.since";
    private static final String ENDED = "state.freezing.thawedAt";

    private final AggregateStore<ReviewedProject> store;
    private final Replica<ProjectChanged, ReviewedProject> replica;
    private final MongoTemplate mongo;

    MongoProjects(Aggregates aggregates, MongoTemplate mongo) {
        this.store = aggregates.store(COLLECTION, ReviewedProject.class);
        this.replica = new Replica<>(store, ProjectChanged.class, MongoProjects::updated);
        this.mongo = mongo;
    }

    /** What is asked for several times a second is not to read every project. */
    @Override
    public void prepare() {
        for (String path : List.of(FROZEN, ENDED)) {
            mongo.indexOps(COLLECTION)
                    .createIndex(new Index().on(path, Sort.Direction.ASC).sparse());
        }
    }

    public Optional<ReviewedProject> find(String projectId) {
        return store.find(projectId).map(Versioned::state);
    }

    public Map<String, ReviewedProject> findAll(Collection<String> projectIds) {
        Map<String, ReviewedProject> found = new TreeMap<>();
        store.findAll(projectIds).forEach((id, project) -> found.put(id, project.state()));
        return found;
    }

    /** Whose they are, by project, as far as known. */
    public Map<String, String> requesters(Collection<String> projectIds) {
        Map<String, String> requesters = new TreeMap<>();
        findAll(projectIds).forEach((id, project) -> requesters.put(id, project.requesterId()));
        return requesters;
    }

    /** Keeps the newest of each and returns those whose waiting tasks need a look. */
    public List<ReviewedProject> keep(List<Received> batch) {
        return replica.keep(batch).values().stream().filter(project -> !project.settled()).toList();
    }

    private static ReviewedProject updated(
            @Nullable ReviewedProject before, ProjectChanged event, Received received) {
        ReviewedProject next = ReviewedProject.of(event, received.envelope().sequence());
        return before == null ? next : before.succeededBy(next);
    }

    /** The same if it is frozen already. */
    public void freeze(String projectId, Freeze freeze) {
        Versioned<ReviewedProject> _ =
                store.changeWithoutEvents(
                                projectId, known -> known.frozen() ? known : known.frozen(freeze))
                        .orElseThrow();
    }

    /**
     * Ends a freeze. Its waiting tasks have to be looked at then, and {@link #settled} called.
     *
     * @param waived true if what would be rejected is not
     * @return empty if it is not frozen
     */
    public Optional<ReviewedProject> endFreeze(String projectId, boolean waived, Instant now) {
        return StaleVersion.retry(
                () ->
                        store.find(projectId)
                                .filter(read -> read.state().frozen())
                                .map(read -> ended(read, waived, now)));
    }

    private ReviewedProject ended(Versioned<ReviewedProject> read, boolean waived, Instant now) {
        return store.update(read, read.state().ended(waived, now), List.of()).state();
    }

    /** In order of id. */
    public List<ReviewedProject> frozen(String after, int limit) {
        return states(
                new Query(Criteria.where(FROZEN).exists(true).and("_id").gt(after))
                        .with(Sort.by("_id"))
                        .limit(limit));
    }

    public long countFrozen() {
        return store.count(new Query(Criteria.where(FROZEN).exists(true)));
    }

    /** Those whose freeze was ended, and whose waiting tasks a crash may have left. */
    public List<ReviewedProject> unsettledEnds(int limit) {
        return states(
                new Query(Criteria.where("state.settled").is(false).and(ENDED).exists(true))
                        .limit(limit));
    }

    private List<ReviewedProject> states(Query query) {
        return store.query(query).stream().map(Versioned::state).toList();
    }

    /** Waiting tasks have been looked at; a newer state that came meanwhile has its own look. */
    public void settled(List<ReviewedProject> projects) {
        Map<String, ReviewedProject> byId =
                projects.stream().collect(toMap(ReviewedProject::projectId, project -> project));
        store.changeAll(
                byId.keySet(),
                read ->
                        new Change<>(
                                read,
                                read.state().equals(byId.get(read.id()))
                                        ? read.state().asSettled()
                                        : read.state()));
    }
}
