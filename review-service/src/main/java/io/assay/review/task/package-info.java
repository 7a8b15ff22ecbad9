/**
 * One document per picture under review: the answers so far, and what they led to. Every write goes
 * through the aggregate store with its events in the same document, also on the consuming path: a
 * redelivered input finds itself in the state and changes nothing, and what it once caused is in
 * the outbox or already published.
 */
@NullMarked
package io.assay.review.task;

import org.jspecify.annotations.NullMarked;
