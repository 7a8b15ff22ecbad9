package io.assay.assignment.project;

import io.assay.events.ProjectChanged;
import java.util.List;

/** Projects as an instance knows them that has heard of them. */
public final class KnownProjects {

    private KnownProjects() {}

    public static Projects of(List<ProjectChanged> heard) {
        Projects projects = new Projects();
        heard.forEach(facts -> projects.keep(new Copy(1, facts)));
        return projects;
    }
}
