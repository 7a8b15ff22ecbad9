package io.assay.assignment.assignment;

import io.assay.assignment.project.Project;
import io.assay.assignment.project.Projects;
import io.assay.events.ProjectStatus;
import io.assay.web.Page;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The projects that a worker is told of, whether they may work on them or not. */
final class OpenProjects {

    private OpenProjects() {}

    /**
     * By id: those that are published or paused, or the one that is asked for, also if it is
     * closed.
     *
     * @param cursor id of the last one before
     * @throws io.assay.web.Problem 404 {@code project-not-found}
     */
    static Page<Project> page(
            Projects projects, @Nullable String projectId, @Nullable String cursor, int limit) {
        if (projectId != null) {
            return new Page<>(List.of(one(projects, projectId)), null);
        }
        return Page.of(
                projects.all().stream()
                        .filter(project -> cursor == null || project.id().compareTo(cursor) > 0)
                        .filter(OpenProjects::isOpen)
                        .sorted(Comparator.comparing(Project::id))
                        .limit(limit + 1L)
                        .toList(),
                limit,
                Project::id);
    }

    private static Project one(Projects projects, String projectId) {
        return projects.find(projectId)
                .filter(project -> project.facts().status() != ProjectStatus.DRAFT)
                .orElseThrow(AssignmentProblems::noProject);
    }

    private static boolean isOpen(Project project) {
        return switch (project.facts().status()) {
            case PUBLISHED, PAUSED -> true;
            case DRAFT, CLOSED -> false;
        };
    }
}
