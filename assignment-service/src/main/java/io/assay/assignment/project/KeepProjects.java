package io.assay.assignment.project;

import io.assay.assignment.budget.Budgets;
import io.assay.assignment.task.MongoTasks;
import io.assay.events.BudgetChanged;
import io.assay.events.ProjectChanged;
import io.assay.events.ProjectStatus;
import io.assay.messaging.Received;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Keeps the copies of projects and budgets, in the store and in memory. */
final class KeepProjects {

    private final MongoCopies copies;
    private final Budgets budgets;
    private final MongoGuidelines guidelines;
    private final Projects projects;
    private final MongoTasks tasks;

    /** As many as there are projects. */
    private final Map<String, Long> versions = new HashMap<>();

    KeepProjects(
            MongoCopies copies,
            Budgets budgets,
            MongoGuidelines guidelines,
            Projects projects,
            MongoTasks tasks) {
        this.copies = copies;
        this.budgets = budgets;
        this.guidelines = guidelines;
        this.projects = projects;
        this.tasks = tasks;
    }

    /** The limit comes first: whoever knows of the project finds its account. */
    void keepProjects(List<Received> batch) {
        List<ProjectChanged> states = new ArrayList<>();
        for (Received received : batch) {
            if (received.event() instanceof ProjectChanged state) {
                states.add(state);
                budgets.setLimit(state.projectId(), state.budget(), received.envelope().sequence());
            }
        }
        guidelines.keep(states);
        for (Copy copy : copies.keep(batch)) {
            String id = copy.facts().projectId();
            if (copy.facts().status() == ProjectStatus.CLOSED) {
                tasks.closeAll(id);
            }
            projects.keep(copy);
            budgets.free(id).ifPresent(free -> projects.keepLeft(id, free));
        }
    }

    /** What payment booked as given back may be leased again. */
    void keepBudgets(List<Received> batch) {
        Map<String, Received> newest = new HashMap<>();
        for (Received received : batch) {
            if (received.event() instanceof BudgetChanged changed) {
                newest.merge(changed.projectId(), received, KeepProjects::newer);
            }
        }
        for (Received received : newest.values()) {
            if (received.event() instanceof BudgetChanged changed && changed.released() != null) {
                budgets.setReleased(
                        changed.projectId(), changed.released(), received.envelope().sequence());
            }
        }
    }

    /** Reads what other instances wrote. */
    synchronized void refresh() {
        budgets.allFree().forEach(projects::keepLeft);
        Map<String, Long> now = copies.versions();
        Set<String> changed = new HashSet<>();
        now.forEach(
                (id, version) -> {
                    if (!version.equals(versions.get(id))) {
                        changed.add(id);
                    }
                });
        copies.findAll(changed)
                .forEach(
                        (id, copy) -> {
                            projects.keep(copy.state());
                            versions.put(id, copy.version());
                        });
    }

    private static Received newer(Received a, Received b) {
        return a.envelope().sequence() > b.envelope().sequence() ? a : b;
    }
}
