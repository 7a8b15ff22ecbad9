package io.assay.review.revision;

import io.assay.messaging.StaleVersion;
import io.assay.messaging.Versioned;
import io.assay.review.learning.ProjectModels;
import io.assay.review.outcome.TaskOutcomes;
import io.assay.review.project.MongoProjects;
import io.assay.review.project.ReviewedProject;
import io.assay.review.task.MongoTasks;
import io.assay.review.task.ReviewContexts;
import io.assay.review.task.ReviewedTask;
import io.assay.review.task.Step;
import io.assay.review.task.TaskInfo;
import java.util.Collection;
import java.util.List;

/**
 * Decides results anew that seem wrong by what the model has learned since. Whatever is missed, by
 * a crash or as somebody else was faster, is in doubt again at the next refit.
 */
public class ReviseResults {
    private final MongoTasks tasks;
    private final MongoProjects projects;
    private final ReviewContexts contexts;
    private final TaskOutcomes outcomes;
    private final ProjectModels models;

    public ReviseResults(
            MongoTasks tasks,
            MongoProjects projects,
            ReviewContexts contexts,
            TaskOutcomes outcomes,
            ProjectModels models) {
        this.tasks = tasks;
        this.projects = projects;
        this.contexts = contexts;
        this.outcomes = outcomes;
        this.models = models;
    }

    public void revise(Collection<String> taskIds) {
        taskIds.forEach(id -> tasks.find(id).ifPresent(this::revise));
    }

    private void revise(Versioned<ReviewedTask> task) {
        TaskInfo info = task.state().info();
        if (info != null) {
            projects.find(info.projectId()).ifPresent(project -> revise(task, project));
        }
    }

    private void revise(Versioned<ReviewedTask> task, ReviewedProject project) {
        Step step = CorrectTask.learned(task.state(), contexts.of(task.state(), project));
        if (!step.events().isEmpty()) {
            try {
                tasks.update(task, step);
            } catch (StaleVersion _) {
                return;
            }
            outcomes.record(
                    List.of(
                            new TaskOutcomes.Written(
                                    step, project.skill(), project.requesterId())));
        }
        // also of one that somebody has looked at meanwhile, so that it is not in doubt again
        models.learn(project.projectId(), project.ontology(), step.example());
    }
}
