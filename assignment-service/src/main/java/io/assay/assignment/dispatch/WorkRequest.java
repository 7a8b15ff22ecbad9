package io.assay.assignment.dispatch;

import java.time.Instant;

/**
 * A worker asks for work.
 *
 * @param maxHeld tasks that the worker may hold over all projects
 */
public record WorkRequest(String workerId, int maxHeld, Instant now) {}
