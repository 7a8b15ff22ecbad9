package io.assay.payment.project;

import io.assay.events.ProjectChanged;
import io.assay.messaging.AggregateStore;
import io.assay.messaging.Aggregates;
import io.assay.messaging.Change;
import io.assay.messaging.Draft;
import io.assay.messaging.Received;
import io.assay.messaging.Versioned;
import io.assay.payment.ledger.Source;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.query.Query;

/** Payment's own copy of all projects. */
public final class MongoProjects {

    private final AggregateStore<ProjectTerms> store;

    MongoProjects(Aggregates aggregates) {
        this.store = aggregates.store("projects", ProjectTerms.class);
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

    /**
     * Takes events in, in any order and any number of times.
     *
     * @param changes events of type {@link ProjectChanged}
     * @return the projects that they tell of, as they are now
     */
    public Map<String, ProjectTerms> apply(List<Received> changes) {
        Map<String, List<Received>> byProject = new LinkedHashMap<>();
        for (Received change : changes) {
            byProject.computeIfAbsent(change.event().key(), _ -> new ArrayList<>()).add(change);
        }
        Map<String, ProjectTerms> applied = new HashMap<>();
        while (!byProject.isEmpty()) {
            applied.putAll(applyOnce(byProject));
            byProject.keySet().removeAll(applied.keySet());
        }
        return applied;
    }

    /**
     * Forgets the limits that need not be booked again; see {@link ProjectTerms#booked}.
     *
     * @param limits by project
     */
    public void booked(Map<String, Integer> limits) {
        List<Change<ProjectTerms>> changes = new ArrayList<>();
        for (Versioned<ProjectTerms> read : store.findAll(limits.keySet()).values()) {
            ProjectTerms next = read.state().booked(limits.getOrDefault(read.id(), 0));
            if (!next.equals(read.state())) {
                changes.add(new Change<>(read, next, List.of()));
            }
        }
        // whatever was changed meanwhile is forgotten another time
        store.updateAll(changes);
    }

    /** Returns those that nobody else changed meanwhile. */
    private Map<String, ProjectTerms> applyOnce(Map<String, List<Received>> byProject) {
        Map<String, Versioned<ProjectTerms>> known = store.findAll(byProject.keySet());
        Map<String, ProjectTerms> applied = new HashMap<>();
        List<Draft<ProjectTerms>> drafts = new ArrayList<>();
        List<Change<ProjectTerms>> updates = new ArrayList<>();
        byProject.forEach(
                (id, changes) -> {
                    Versioned<ProjectTerms> before = known.get(id);
                    ProjectTerms after = fold(before == null ? null : before.state(), changes);
                    applied.put(id, after);
                    if (before == null) {
                        drafts.add(new Draft<>(id, after, List.of()));
                    } else if (!after.equals(before.state())) {
                        updates.add(new Change<>(before, after, List.of()));
                    }
                });
        Set<String> inserted = store.insertAll(drafts);
        drafts.stream()
                .map(Draft::id)
                .filter(id -> !inserted.contains(id))
                .forEach(applied::remove);
        store.updateAll(updates).forEach(applied::remove);
        return applied;
    }

    private static ProjectTerms fold(@Nullable ProjectTerms before, List<Received> changes) {
        ProjectTerms terms = before;
        for (Received r : changes) {
            Source source = Source.of(r.topic(), r.partition(), r.offset());
            terms =
                    ProjectTerms.apply(
                            terms, (ProjectChanged) r.event(), r.envelope().sequence(), source);
        }
        if (terms == null) {
            throw new IllegalArgumentException("changes: 0 (expected: >= 1)");
        }
        return terms;
    }
}
