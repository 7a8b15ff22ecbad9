/**
 * Review: every label assayed. Hears of projects, tasks, gold and labels; tells verdicts, results
 * and workers' tiers; keeps the reviewers' queue.
 */
@NullMarked
package io.assay.review;

import org.jspecify.annotations.NullMarked;
