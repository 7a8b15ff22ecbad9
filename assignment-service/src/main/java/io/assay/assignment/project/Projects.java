package io.assay.assignment.project;

import io.assay.events.ProjectChanged;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * All projects and budgets in memory. Every instance needs all of them while each event reaches one
 * instance only, so they are read from the store a moment after they changed. The text of a
 * guideline is not among them: see {@link MongoGuidelines}.
 */
public final class Projects {

    private final Map<String, Copy> projects = new ConcurrentHashMap<>();

    /** Of the same projects. */
    private final Map<String, Brief> briefs = new ConcurrentHashMap<>();

    /** As last seen, in minor units: what a lease costs is set apart in the store, not here. */
    private final Map<String, Long> left = new ConcurrentHashMap<>();

    private final List<Consumer<Project>> listeners = new CopyOnWriteArrayList<>();

    public Optional<Project> find(String projectId) {
        return Optional.ofNullable(projects.get(projectId)).map(this::project);
    }

    /** What the guideline says at its beginning. */
    public Brief brief(String projectId) {
        return briefs.getOrDefault(projectId, Brief.NONE);
    }

    public Collection<Project> all() {
        return projects.values().stream().map(this::project).toList();
    }

    /** Told of every project now known, and of each change to come. */
    public void listen(Consumer<Project> listener) {
        listeners.add(listener);
        all().forEach(listener);
    }

    void keep(Copy heard) {
        Copy copy = heard.withoutText();
        Copy now = projects.merge(copy.facts().projectId(), copy, Projects::newer);
        if (now.equals(copy)) {
            briefs.put(copy.facts().projectId(), Brief.of(heard.facts().guideline().markdown()));
            Project project = project(copy);
            listeners.forEach(listener -> listener.accept(project));
        }
    }

    /**
     * @param minor what may still be leased, in minor units
     */
    public void keepLeft(String projectId, long minor) {
        left.put(projectId, minor);
    }

    private Project project(Copy copy) {
        ProjectChanged facts = copy.facts();
        Long known = left.get(facts.projectId());
        return known == null ? new Project(facts) : new Project(facts, known);
    }

    private static Copy newer(Copy known, Copy heard) {
        return heard.sequence() > known.sequence() ? heard : known;
    }
}
