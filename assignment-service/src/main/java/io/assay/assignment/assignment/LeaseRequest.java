package io.assay.assignment.assignment;

import org.jspecify.annotations.Nullable;

/**
 * A worker asks for work.
 *
 * @param projectId null for any
 * @param most null for the project's batch size, which is the most in any case
 */
record LeaseRequest(@Nullable String projectId, @Nullable Integer most) {}
