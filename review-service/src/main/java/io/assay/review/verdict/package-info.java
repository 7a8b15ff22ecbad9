/**
 * What a worker handed in and what review says of it, in words that never show what the verdict
 * rests on.
 */
@NullMarked
package io.assay.review.verdict;

import org.jspecify.annotations.NullMarked;
