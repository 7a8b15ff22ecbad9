/**
 * Projects whose verdicts are held, since far more are rejected than usual, and how operations
 * release them.
 */
@NullMarked
package io.assay.review.freeze;

import org.jspecify.annotations.NullMarked;
