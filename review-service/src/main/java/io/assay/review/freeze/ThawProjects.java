package io.assay.review.freeze;

import io.assay.review.intake.ReviewTasks;
import io.assay.review.project.MongoProjects;
import io.assay.review.project.ReviewedProject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Ends a freeze as operations decide, and tells what was held. */
class ThawProjects {
    private static final int BATCH = 100;

    private final MongoProjects projects;
    private final ReviewTasks tasks;
    private final Clock clock;

    ThawProjects(MongoProjects projects, ReviewTasks tasks, Clock clock) {
        this.projects = projects;
        this.tasks = tasks;
        this.clock = clock;
    }

    /**
     * @param waived true if what would be rejected is accepted instead
     * @return false if the project is not frozen
     */
    boolean thaw(String projectId, boolean waived) {
        Optional<ReviewedProject> thawed = projects.thaw(projectId, waived, clock.instant());
        thawed.ifPresent(this::tell);
        return thawed.isPresent();
    }

    /** What a crash between thawing and telling has left. */
    void sweep() {
        projects.unsettledThaws(BATCH).forEach(this::tell);
    }

    private void tell(ReviewedProject project) {
        tasks.wake(project.projectId());
        projects.settled(List.of(project));
    }
}
