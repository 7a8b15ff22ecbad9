/**
 * How a task gets its result, and each submission its verdict: pure functions, and what is counted
 * of them.
 */
@NullMarked
package io.assay.review.outcome;

import org.jspecify.annotations.NullMarked;
