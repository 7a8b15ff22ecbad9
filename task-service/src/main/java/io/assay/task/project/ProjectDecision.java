package io.assay.task.project;

/** What becomes of a request about a project: a change, none, or a refusal. */
sealed interface ProjectDecision
        permits ProjectDecision.Changed, ProjectDecision.Unchanged, ProjectRefusal {

    record Changed(Project next) implements ProjectDecision {}

    /** It already is as asked. */
    record Unchanged() implements ProjectDecision {}
}
