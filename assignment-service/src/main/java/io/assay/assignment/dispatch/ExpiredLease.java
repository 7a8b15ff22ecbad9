package io.assay.assignment.dispatch;

/** A lease whose time has run out. */
public record ExpiredLease(String taskId, String workerId) {}
