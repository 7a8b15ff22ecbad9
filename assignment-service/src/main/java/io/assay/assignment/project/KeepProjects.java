package io.assay.assignment.project;

import io.assay.assignment.task.MongoTasks;
import io.assay.events.BudgetChanged;
import io.assay.events.BudgetExhausted;
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

    private final MongoCopies<Copy.OfProject> projectCopies;
    private final MongoCopies<Copy.OfBudget> budgetCopies;
    private final MongoGuidelines guidelines;
    private final Projects projects;
    private final MongoTasks tasks;
    private final Map<String, Long> projectVersions = new HashMap<>();
    private final Map<String, Long> budgetVersions = new HashMap<>();

    KeepProjects(
            MongoCopies<Copy.OfProject> projectCopies,
            MongoCopies<Copy.OfBudget> budgetCopies,
            MongoGuidelines guidelines,
            Projects projects,
            MongoTasks tasks) {
        this.projectCopies = projectCopies;
        this.budgetCopies = budgetCopies;
        this.guidelines = guidelines;
        this.projects = projects;
        this.tasks = tasks;
    }

    void keepProjects(List<Received> batch) {
        Map<String, Copy.OfProject> newest = new HashMap<>();
        List<ProjectChanged> heard = new ArrayList<>();
        for (Received received : batch) {
            if (received.event() instanceof ProjectChanged facts) {
                heard.add(facts);
                newest.merge(
                        facts.projectId(),
                        new Copy.OfProject(received.envelope().sequence(), facts),
                        KeepProjects::newer);
            }
        }
        guidelines.keep(heard);
        projectCopies.keep(newest);
        newest.values().stream()
                .map(Copy.OfProject::facts)
                .filter(facts -> facts.status() == ProjectStatus.CLOSED)
                .forEach(facts -> tasks.closeAll(facts.projectId()));
        newest.values().forEach(projects::keep);
    }

    void keepBudgets(List<Received> batch) {
        Map<String, Copy.OfBudget> newest = new HashMap<>();
        for (Received received : batch) {
            long sequence = received.envelope().sequence();
            switch (received.event()) {
                case BudgetChanged changed ->
                        newest.merge(
                                changed.projectId(),
                                new Copy.OfBudget(sequence, changed.exhausted()),
                                KeepProjects::newer);
                case BudgetExhausted exhausted ->
                        newest.merge(
                                exhausted.projectId(),
                                new Copy.OfBudget(sequence, true),
                                KeepProjects::newer);
                default -> {}
            }
        }
        budgetCopies.keep(newest);
        newest.forEach(projects::keep);
    }

    /** Reads what other instances wrote. */
    synchronized void refresh() {
        changed(projectCopies.versions(), projectVersions, projectCopies)
                .forEach((id, copy) -> projects.keep(copy));
        changed(budgetCopies.versions(), budgetVersions, budgetCopies).forEach(projects::keep);
    }

    private static <C extends Copy> Map<String, C> changed(
            Map<String, Long> now, Map<String, Long> known, MongoCopies<C> copies) {
        Set<String> ids = new HashSet<>();
        now.forEach(
                (id, version) -> {
                    if (!version.equals(known.get(id))) {
                        ids.add(id);
                    }
                });
        Map<String, C> changed = new HashMap<>();
        copies.findAll(ids)
                .forEach(
                        (id, copy) -> {
                            changed.put(id, copy.state());
                            known.put(id, copy.version());
                        });
        return changed;
    }

    private static <C extends Copy> C newer(C a, C b) {
        return a.sequence() > b.sequence() ? a : b;
    }
}
