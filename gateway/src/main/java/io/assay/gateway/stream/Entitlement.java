package io.assay.gateway.stream;

import io.assay.gateway.access.Caller;
import io.assay.gateway.project.ProjectDirectory;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The projects that one stream delivers: the one asked for, or all that the caller may read, those
 * of later included. A project that is taken away ends the stream. Used by one thread.
 */
final class Entitlement {

    private final ProjectDirectory directory;
    private final Caller caller;
    private final @Nullable String projectId;
    private long version;
    private Set<String> projects;
    private boolean lost;

    Entitlement(ProjectDirectory directory, Caller caller, @Nullable String projectId) {
        this.directory = directory;
        this.caller = caller;
        this.projectId = projectId;
        this.version = directory.version();
        this.projects = readable();
    }

    /** Whether the one project asked for may be read. */
    boolean granted() {
        return projectId == null || projects.contains(projectId);
    }

    boolean covers(String project) {
        return projects.contains(project);
    }

    /** Looks again; false as soon as a project was taken away. */
    boolean stillStands() {
        long now = directory.version();
        if (!lost && now != version) {
            version = now;
            Set<String> next = readable();
            lost = !next.containsAll(projects);
            projects = next;
        }
        return !lost;
    }

    private Set<String> readable() {
        Set<String> readable = directory.readableBy(caller);
        if (projectId == null) {
            return readable;
        }
        Set<String> one = new HashSet<>(readable);
        one.retainAll(Set.of(projectId));
        return one;
    }
}
