package io.assay.task.importing;

import io.assay.task.project.MongoProjects;
import io.assay.task.project.Project;
import io.assay.task.project.ProjectProblems;
import io.assay.web.Caller;

/** The caller's own projects and imports; those of others are not there. */
final class ImportAccess {

    private final MongoProjects projects;
    private final MongoImports imports;

    ImportAccess(MongoProjects projects, MongoImports imports) {
        this.projects = projects;
        this.imports = imports;
    }

    Project project(String projectId, Caller caller) {
        return projects.owned(projectId, caller).orElseThrow(ProjectProblems::notFound).state();
    }

    /** The project, if it takes tasks in its present status. */
    Project openProject(String projectId, Caller caller) {
        Project project = project(projectId, caller);
        if (!project.takesTasks()) {
            throw ProjectProblems.wrongStatus(project.status());
        }
        return project;
    }

    ImportJob job(String projectId, String jobId, Caller caller) {
        Project project = project(projectId, caller);
        return imports.find(jobId)
                .filter(job -> job.projectId().equals(project.projectId()))
                .orElseThrow(ImportProblems::notFound);
    }
}
