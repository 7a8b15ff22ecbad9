/**
 * Review: every label assayed. Receives projects, tasks, gold and labels; publishes verdicts,
 * results and workers' tiers; keeps the reviewers' queue.
 */
@NullMarked
package io.assay.review;

import org.jspecify.annotations.NullMarked;
