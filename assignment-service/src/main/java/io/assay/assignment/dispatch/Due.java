package io.assay.assignment.dispatch;

/** A lease whose time has run out. */
public record Due(String taskId, String workerId) {}
