package io.assay.review.project;

import io.assay.messaging.AggregateStore;
import io.assay.messaging.Aggregates;
import io.assay.messaging.Change;
import io.assay.messaging.Draft;
import io.assay.messaging.Versioned;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/** This service's copies of the projects. */
public class MongoProjects {
    private static final String COLLECTION = "projects";
    private static final String FROZEN = "state.freezing.freeze.since";
    private static final String THAWED = "state.freezing.thawedAt";
    private final AggregateStore<ReviewedProject> store;

    private final MongoTemplate mongo;

    MongoProjects(Aggregates aggregates, MongoTemplate mongo) {
        this.store = aggregates.store(COLLECTION, ReviewedProject.class);
        this.mongo = mongo;
    }

    /** What is asked for several times a second is not to read every project. */
    void ensureIndexes() {
        for (String path : List.of(FROZEN, THAWED)) {
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
    public List<ReviewedProject> learn(Map<String, ReviewedProject> heard) {
        Map<String, ReviewedProject> todo = new TreeMap<>(heard);
        List<ReviewedProject> unsettled = new ArrayList<>();
        while (!todo.isEmpty()) {
            List<ReviewedProject> done = attempt(todo);
            done.forEach(project -> todo.remove(project.projectId()));
            done.stream().filter(project -> !project.settled()).forEach(unsettled::add);
        }
        return unsettled;
    }

    private List<ReviewedProject> attempt(Map<String, ReviewedProject> heard) {
        Map<String, Versioned<ReviewedProject>> known = store.findAll(heard.keySet());
        Map<String, ReviewedProject> next = new TreeMap<>(heard);
        List<Draft<ReviewedProject>> drafts = new ArrayList<>();
        List<Change<ReviewedProject>> changes = new ArrayList<>();
        heard.forEach(
                (id, project) -> {
                    Versioned<ReviewedProject> read = known.get(id);
                    if (read == null) {
                        drafts.add(new Draft<>(id, project, List.of()));
                    } else {
                        ReviewedProject newer = read.state().succeededBy(project);
                        next.put(id, newer);
                        if (!newer.equals(read.state())) {
                            changes.add(new Change<>(read, newer, List.of()));
                        }
                    }
                });
        store.updateAll(changes).forEach(next::remove);
        Collection<String> inserted = store.insertAll(drafts);
        drafts.stream().map(Draft::id).filter(id -> !inserted.contains(id)).forEach(next::remove);
        return List.copyOf(next.values());
    }

    /** The same if it is frozen already. */
    public void freeze(String projectId, Freeze freeze) {
        while (!changed(projectId, known -> known.frozen() ? known : known.frozen(freeze))) {
            // changed meanwhile: look again
        }
    }

    /**
     * Ends a freeze. Its waiting tasks have to be looked at then, and {@link #settled} called.
     *
     * @param waived true if what would be rejected is not
     * @return empty if it is not frozen
     */
    public Optional<ReviewedProject> thaw(String projectId, boolean waived, Instant now) {
        Optional<Versioned<ReviewedProject>> read = store.find(projectId);
        while (read.filter(found -> found.state().frozen()).isPresent()) {
            ReviewedProject next = read.get().state().thawed(waived, now);
            if (store.updateAll(List.of(new Change<>(read.get(), next, List.of()))).isEmpty()) {
                return Optional.of(next);
            }
            read = store.find(projectId);
        }
        return Optional.empty();
    }

    private boolean changed(String projectId, UnaryOperator<ReviewedProject> change) {
        Versioned<ReviewedProject> read = store.find(projectId).orElseThrow();
        ReviewedProject next = change.apply(read.state());
        return next.equals(read.state())
                || store.updateAll(List.of(new Change<>(read, next, List.of()))).isEmpty();
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

    /** Those that were thawed, and whose waiting tasks a crash may have left. */
    public List<ReviewedProject> unsettledThaws(int limit) {
        return states(
                new Query(Criteria.where("state.settled").is(false).and(THAWED).exists(true))
                        .limit(limit));
    }

    private List<ReviewedProject> states(Query query) {
        return store.query(query).stream().map(Versioned::state).toList();
    }

    /** Waiting tasks have been looked at; a newer state that came meanwhile has its own look. */
    public void settled(List<ReviewedProject> projects) {
        List<Change<ReviewedProject>> changes = new ArrayList<>();
        for (ReviewedProject project : projects) {
            store.find(project.projectId())
                    .filter(read -> read.state().equals(project))
                    .ifPresent(
                            read ->
                                    changes.add(
                                            new Change<>(read, project.asSettled(), List.of())));
        }
        store.updateAll(changes);
    }
}
