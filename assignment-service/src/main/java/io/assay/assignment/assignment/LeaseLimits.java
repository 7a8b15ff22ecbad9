package io.assay.assignment.assignment;

/**
 * How much one worker may hold, by this instance's count.
 *
 * @param batches of a project, in batch sizes of that project
 * @param overall over all projects
 */
public record LeaseLimits(int batches, int overall) {}
