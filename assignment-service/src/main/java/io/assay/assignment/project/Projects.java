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

    private record Known(long sequence, Project project) {}

    private final Map<String, Known> projects = new ConcurrentHashMap<>();

    /** Of the same projects. */
    private final Map<String, Brief> briefs = new ConcurrentHashMap<>();

    /** As last seen, in minor units: what a lease costs is set apart in the store, not here. */
    private final Map<String, Long> left = new ConcurrentHashMap<>();

    private final List<Consumer<Project>> listeners = new CopyOnWriteArrayList<>();

    public Optional<Project> find(String projectId) {
        return Optional.ofNullable(projects.get(projectId)).map(Known::project);
    }

    /** What the guideline says at its beginning. */
    public Brief brief(String projectId) {
        return briefs.getOrDefault(projectId, Brief.NONE);
    }

    public Collection<Project> all() {
        return projects.values().stream().map(Known::project).toList();
    }

    /** The listener receives every project now known, and each change to come. */
    public void listen(Consumer<Project> listener) {
        listeners.add(listener);
        all().forEach(listener);
    }

    void keep(Copy received) {
        Copy copy = received.withoutText();
        Known now =
                projects.compute(
                        copy.facts().projectId(),
                        (_, known) ->
                                known == null || copy.sequence() > known.sequence()
                                        ? known(copy)
                                        : known);
        if (now.sequence() == copy.sequence()) {
            briefs.put(copy.facts().projectId(), Brief.of(received.facts().guideline().markdown()));
            listeners.forEach(listener -> listener.accept(now.project()));
        }
    }

    private Known known(Copy copy) {
        ProjectChanged facts = copy.facts();
        long minor = left.getOrDefault(facts.projectId(), facts.budget().minor());
        return new Known(copy.sequence(), new Project(facts, minor));
    }

    /**
     * @param minor what may still be leased, in minor units
     */
    public void keepLeft(String projectId, long minor) {
        left.put(projectId, minor);
        projects.computeIfPresent(
                projectId,
                (_, known) ->
                        new Known(known.sequence(), new Project(known.project().facts(), minor)));
    }
}
