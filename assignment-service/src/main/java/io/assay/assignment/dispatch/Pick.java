package io.assay.assignment.dispatch;

/** A task chosen for a worker and held for it until leased, undone, or returned. */
public record Pick(String taskId, String projectId, int partition) {}
