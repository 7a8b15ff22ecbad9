/**
 * How well each worker does in each skill, counted exactly once per gold answer, and the tier that
 * follows.
 */
@NullMarked
package io.assay.review.skill;

import org.jspecify.annotations.NullMarked;
