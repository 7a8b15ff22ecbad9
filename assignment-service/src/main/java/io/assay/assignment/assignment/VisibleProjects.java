package io.assay.assignment.assignment;

import io.assay.assignment.project.Project;
import io.assay.assignment.project.Projects;
import io.assay.assignment.worker.Worker;
import io.assay.events.ProjectStatus;
import java.util.Optional;

/** Which projects a worker may know of: those open to them, and those that they worked on. */
public final class VisibleProjects {

    private final Projects projects;
    private final MongoAssignments assignments;

    VisibleProjects(Projects projects, MongoAssignments assignments) {
        this.projects = projects;
        this.assignments = assignments;
    }

    public Optional<Project> find(String projectId, String workerId, Worker worker) {
        return projects.find(projectId)
                .filter(project -> project.facts().status() != ProjectStatus.DRAFT)
                .filter(
                        project ->
                                project.isVisibleTo(worker)
                                        || assignments.anyOf(workerId, projectId));
    }
}
