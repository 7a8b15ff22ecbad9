package io.assay.review.freeze;

import io.assay.review.intake.ReviewTasks;
import io.assay.review.project.MongoProjects;
import io.assay.review.project.ReviewedProject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Ends a freeze as operations decide, and publishes what was held. */
class EndFreezes {
    private static final int BATCH = 100;

    private final MongoProjects projects;
    private final ReviewTasks tasks;
    private final Clock clock;

    EndFreezes(MongoProjects projects, ReviewTasks tasks, Clock clock) {
        this.projects = projects;
        this.tasks = tasks;
        this.clock = clock;
    }

    /**
     * @param waived true if what would be rejected is accepted instead
     * @return false if the project is not frozen
     */
    boolean end(String projectId, boolean waived) {
        Optional<ReviewedProject> ended = projects.endFreeze(projectId, waived, clock.instant());
        ended.ifPresent(this::publish);
        return ended.isPresent();
    }

    /** What a crash between the two has left. */
    void sweep() {
        projects.unsettledEnds(BATCH).forEach(this::publish);
    }

    private void publish(ReviewedProject project) {
        tasks.recheckWaiting(project.projectId());
        projects.settled(List.of(project));
    }
}
