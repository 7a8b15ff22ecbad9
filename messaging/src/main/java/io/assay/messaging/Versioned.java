package io.assay.messaging;

/**
 * An aggregate as read or written.
 *
 * @param version of the document, counted up by each write; which the ETag shows
 * @param outbox what of its events is not yet known to be published
 */
public record Versioned<S>(String id, long version, S state, Outbox outbox) {}
