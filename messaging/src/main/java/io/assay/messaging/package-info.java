/**
 * The five rules of delivery as code: aggregates whose events ride in their document, the relay
 * that publishes them, batch consumers whose offset is their transaction, and dead letters.
 */
@org.jspecify.annotations.NullMarked
package io.assay.messaging;
