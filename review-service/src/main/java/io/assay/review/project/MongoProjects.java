package io.assay.review.project;

import io.assay.messaging.AggregateStore;
import io.assay.messaging.Aggregates;
import io.assay.messaging.Change;
import io.assay.messaging.Draft;
import io.assay.messaging.Versioned;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** This service's copies of the projects. */
public class MongoProjects {
    private final AggregateStore<ReviewedProject> store;

    MongoProjects(Aggregates aggregates) {
        this.store = aggregates.store("projects", ReviewedProject.class);
    }

    public Optional<ReviewedProject> find(String projectId) {
        return store.find(projectId).map(Versioned::state);
    }

    public Map<String, ReviewedProject> findAll(Collection<String> projectIds) {
        Map<String, ReviewedProject> found = new TreeMap<>();
        store.findAll(projectIds).forEach((id, project) -> found.put(id, project.state()));
        return found;
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
