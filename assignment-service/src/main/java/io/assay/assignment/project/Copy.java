package io.assay.assignment.project;

import io.assay.events.ProjectChanged;

/** The newest whole state heard of a project. */
record Copy(long sequence, ProjectChanged facts) {}
