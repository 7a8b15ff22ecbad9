package io.assay.review.task;

import io.assay.events.ProjectChanged;
import io.assay.messaging.Received;
import io.assay.review.project.MongoProjects;
import io.assay.review.project.ReviewedProject;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Learns projects, and looks again at the tasks that waited for what it learnt. */
class FollowProjects {
    private final MongoProjects projects;
    private final ReviewTasks tasks;

    FollowProjects(MongoProjects projects, ReviewTasks tasks) {
        this.projects = projects;
        this.tasks = tasks;
    }

    void receive(List<Received> batch) {
        List<ReviewedProject> unsettled = projects.learn(newest(batch));
        unsettled.forEach(project -> tasks.wake(project.projectId()));
        projects.settled(unsettled);
    }

    private static Map<String, ReviewedProject> newest(List<Received> batch) {
        Map<String, ReviewedProject> newest = new TreeMap<>();
        for (Received received : batch) {
            if (received.event() instanceof ProjectChanged changed) {
                newest.merge(
                        changed.projectId(),
                        ReviewedProject.of(changed, received.envelope().sequence()),
                        ReviewedProject::succeededBy);
            }
        }
        return newest;
    }
}
