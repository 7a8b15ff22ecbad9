package io.assay.assignment.project;

import io.assay.events.ProjectChanged;

/** The newest whole state heard of an aggregate of another service. */
sealed interface Copy {

    long sequence();

    record OfProject(long sequence, ProjectChanged facts) implements Copy {}

    record OfBudget(long sequence, boolean exhausted) implements Copy {}
}
