/**
 * Answers to pictures whose answer is known: scored at once, published to the worker no sooner than
 * a consensus would be.
 */
@NullMarked
package io.assay.review.gold;

import org.jspecify.annotations.NullMarked;
