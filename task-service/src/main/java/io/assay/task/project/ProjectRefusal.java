package io.assay.task.project;

import io.assay.events.ProjectStatus;
import java.util.List;

/** Why a project is not created or changed. */
sealed interface ProjectRefusal extends ProjectDecision, ManageProjects.Outcome {

    record WrongStatus(ProjectStatus status) implements ProjectRefusal {}

    /**
     * Workers rely on these since the project was published.
     *
     * @param pointers to the fields that would change
     */
    record Frozen(List<String> pointers) implements ProjectRefusal {}

    record Invalid(List<FieldProblem> problems) implements ProjectRefusal {}

    /** Changed by another since the caller read it. */
    record Stale() implements ProjectRefusal {}

    /** The id stands for a project that was created from other values. */
    record OtherUnderSameKey() implements ProjectRefusal {}
}
