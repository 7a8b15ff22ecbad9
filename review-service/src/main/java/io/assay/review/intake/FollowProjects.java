package io.assay.review.intake;

import io.assay.messaging.Received;
import io.assay.review.project.MongoProjects;
import io.assay.review.project.ReviewedProject;
import java.util.List;

/** Keeps the copies of projects, and looks again at the tasks that waited for a change. */
class FollowProjects {
    private final MongoProjects projects;
    private final ReviewTasks tasks;

    FollowProjects(MongoProjects projects, ReviewTasks tasks) {
        this.projects = projects;
        this.tasks = tasks;
    }

    void receive(List<Received> batch) {
        List<ReviewedProject> unsettled = projects.keep(batch);
        unsettled.forEach(project -> tasks.recheckWaiting(project.projectId()));
        projects.settled(unsettled);
    }
}
