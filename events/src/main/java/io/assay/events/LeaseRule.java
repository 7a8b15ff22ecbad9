package io.assay.events;

/**
 * How work is handed out.
 *
 * @param batchSize most assignments in one lease, 1 to 100
 * @param seconds how long a worker has for an assignment, 10 to 86,400
 */
public record LeaseRule(int batchSize, int seconds) {}
