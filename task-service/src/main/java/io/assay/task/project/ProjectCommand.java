package io.assay.task.project;

/** Commands to a project that exists. */
sealed interface ProjectCommand {

    /**
     * Replaces the whole spec, as far as the project's status lets it. A new guideline in it counts
     * as material.
     */
    record Edit(ProjectSpec spec) implements ProjectCommand {}

    record EditGuideline(String markdown, GuidelineChange change) implements ProjectCommand {}

    record Publish() implements ProjectCommand {}

    record Pause() implements ProjectCommand {}

    record Resume() implements ProjectCommand {}

    record Close() implements ProjectCommand {}
}
