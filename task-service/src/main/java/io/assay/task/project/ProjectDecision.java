package io.assay.task.project;

import io.assay.events.ProjectStatus;
import java.util.List;

/** What becomes of a command to a project. */
sealed interface ProjectDecision {

    record Changed(Project next) implements ProjectDecision {}

    /** It already is as asked. */
    record Unchanged() implements ProjectDecision {}

    record WrongStatus(ProjectStatus status) implements ProjectDecision {}

    /**
     * Workers rely on these since the project was published.
     *
     * @param pointers to the fields that would change
     */
    record Frozen(List<String> pointers) implements ProjectDecision {}

    record Invalid(List<FieldProblem> problems) implements ProjectDecision {}
}
