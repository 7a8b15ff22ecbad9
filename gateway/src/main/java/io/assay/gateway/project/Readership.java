package io.assay.gateway.project;

import io.assay.events.ProjectChanged;
import io.assay.gateway.access.Caller;
import io.assay.gateway.access.Role;
import java.util.Set;

/** Who may read a project's results, as of one version of the project. */
record Readership(long sequence, String requesterId, Set<String> partners) {

    static Readership of(long sequence, ProjectChanged project) {
        return new Readership(sequence, project.requesterId(), Set.copyOf(project.partners()));
    }

    /** A requester reads what is theirs, a partner what names them. */
    boolean admits(Caller caller) {
        return (caller.is(Role.REQUESTER) && requesterId.equals(caller.id()))
                || (caller.is(Role.PARTNER) && partners.contains(caller.id()));
    }

    /** The newer of two; events may be repeated, and repeated late. */
    static Readership newer(Readership one, Readership other) {
        return one.sequence() > other.sequence() ? one : other;
    }
}
