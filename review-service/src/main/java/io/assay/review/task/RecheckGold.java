package io.assay.review.task;

import io.assay.messaging.StaleVersion;
import io.assay.messaging.Versioned;
import io.assay.review.gold.DoubtGold;
import io.assay.review.gold.GoldDoubt;
import io.assay.review.gold.GoldLabel;
import io.assay.review.project.MongoProjects;
import io.assay.review.project.ReviewedProject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Looks once more at gold that somebody contradicted of whom nothing was known then: what counts is
 * what is known of them by now, not in which order they were checked. What a crash leaves out is
 * looked at when they are checked next.
 */
class RecheckGold {
    private final MongoTasks tasks;
    private final MongoProjects projects;
    private final DoubtGold doubts;
    private final TaskOutcomes outcomes;
    private final ReviewSettings settings;
    private final Clock clock;

    RecheckGold(
            MongoTasks tasks,
            MongoProjects projects,
            DoubtGold doubts,
            TaskOutcomes outcomes,
            ReviewSettings settings,
            Clock clock) {
        this.tasks = tasks;
        this.projects = projects;
        this.doubts = doubts;
        this.outcomes = outcomes;
        this.settings = settings;
        this.clock = clock;
    }

    void after(List<Step> steps) {
        List<GoldLabel> golds = steps.stream().flatMap(step -> step.golds().stream()).toList();
        doubts.contradictedBefore(golds).forEach(this::look);
    }

    private void look(String taskId) {
        boolean done = false;
        while (!done) {
            done = tasks.find(taskId).map(this::looked).orElse(true);
        }
    }

    /** Returns false if the task was changed meanwhile. */
    private boolean looked(Versioned<ReviewedTask> read) {
        GoldAnswer gold = read.state().gold();
        TaskInfo info = read.state().info();
        return gold == null
                || info == null
                || !GoldRules.mayBeDoubted(read.state(), gold)
                || projects.find(info.projectId())
                        .map(project -> looked(read, project))
                        .orElse(true);
    }

    private boolean looked(Versioned<ReviewedTask> read, ReviewedProject project) {
        Optional<GoldDoubt> doubt =
                doubts.look(
                        read.id(),
                        project.requesterId(),
                        project.tolerance(settings.tolerance()),
                        clock.instant());
        return doubt.map(why -> suspended(read, why, project)).orElse(true);
    }

    private boolean suspended(
            Versioned<ReviewedTask> read, GoldDoubt doubt, ReviewedProject project) {
        Step step = GoldRules.suspended(new Step(read.state(), List.of(), List.of()), doubt);
        try {
            tasks.update(read, step);
        } catch (StaleVersion _) {
            return false;
        }
        outcomes.record(
                List.of(new TaskOutcomes.Written(step, project.skill(), project.requesterId())));
        return true;
    }
}
