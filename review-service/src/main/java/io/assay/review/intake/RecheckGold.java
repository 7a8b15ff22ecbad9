package io.assay.review.intake;

import io.assay.messaging.StaleVersion;
import io.assay.messaging.Versioned;
import io.assay.review.gold.DoubtGold;
import io.assay.review.gold.GoldDoubt;
import io.assay.review.gold.GoldLabel;
import io.assay.review.outcome.GoldRules;
import io.assay.review.outcome.TaskOutcomes;
import io.assay.review.project.MongoProjects;
import io.assay.review.project.ReviewedProject;
import io.assay.review.task.GoldAnswer;
import io.assay.review.task.MongoTasks;
import io.assay.review.task.ReviewSettings;
import io.assay.review.task.ReviewedTask;
import io.assay.review.task.Step;
import io.assay.review.task.TaskInfo;
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
        doubts.contradictedBefore(golds).forEach(this::recheck);
    }

    private void recheck(String taskId) {
        StaleVersion.retry(() -> tasks.find(taskId).flatMap(this::suspended))
                .ifPresent(written -> outcomes.record(List.of(written)));
    }

    private Optional<TaskOutcomes.Written> suspended(Versioned<ReviewedTask> read) {
        GoldAnswer gold = read.state().gold();
        TaskInfo info = read.state().info();
        return gold == null || info == null || !GoldRules.mayBeDoubted(read.state(), gold)
                ? Optional.empty()
                : projects.find(info.projectId()).flatMap(project -> suspended(read, project));
    }

    private Optional<TaskOutcomes.Written> suspended(
            Versioned<ReviewedTask> read, ReviewedProject project) {
        return doubts.look(
                        read.id(),
                        project.requesterId(),
                        project.tolerance(settings.tolerance()),
                        clock.instant())
                .map(doubt -> suspended(read, doubt, project));
    }

    private TaskOutcomes.Written suspended(
            Versioned<ReviewedTask> read, GoldDoubt doubt, ReviewedProject project) {
        Step step = GoldRules.suspended(new Step(read.state(), List.of(), List.of()), doubt);
        tasks.update(read, step);
        return new TaskOutcomes.Written(step, project.skill(), project.requesterId());
    }
}
