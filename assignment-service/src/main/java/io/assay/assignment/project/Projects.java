package io.assay.assignment.project;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * All projects and budgets in memory. Every instance needs all of them while each event reaches one
 * instance only, so they are read from the store a moment after they changed.
 */
public final class Projects {

    private final Map<String, Copy.OfProject> projects = new ConcurrentHashMap<>();
    private final Map<String, Copy.OfBudget> budgets = new ConcurrentHashMap<>();
    private final List<Consumer<Project>> listeners = new CopyOnWriteArrayList<>();

    public Optional<Project> find(String projectId) {
        return Optional.ofNullable(projects.get(projectId)).map(this::withBudget);
    }

    public Collection<Project> all() {
        return projects.values().stream().map(this::withBudget).toList();
    }

    /** Told of every project now known, and of each change to come. */
    public void listen(Consumer<Project> listener) {
        listeners.add(listener);
        all().forEach(listener);
    }

    void keep(Copy.OfProject copy) {
        Copy.OfProject now = projects.merge(copy.facts().projectId(), copy, Projects::newer);
        if (now.equals(copy)) {
            Project project = withBudget(copy);
            listeners.forEach(listener -> listener.accept(project));
        }
    }

    void keep(String projectId, Copy.OfBudget copy) {
        budgets.merge(projectId, copy, Projects::newer);
    }

    private Project withBudget(Copy.OfProject copy) {
        Copy.OfBudget budget = budgets.get(copy.facts().projectId());
        return new Project(copy.facts(), budget != null && budget.exhausted());
    }

    private static <C extends Copy> C newer(C known, C heard) {
        return heard.sequence() > known.sequence() ? heard : known;
    }
}
